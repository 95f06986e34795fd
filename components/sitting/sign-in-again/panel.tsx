'use client'
import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import type { SaveEngine, Standing } from '../engine/save-engine.ts'
import { channelName, signInAddress } from './addresses.ts'
import { PlainLink } from './plain-link.tsx'

interface Props {
  engine: SaveEngine
  standing: Standing
}

/**
 * Says that nobody, or somebody else, is signed in, and opens a window to sign in. It takes no focus: whoever is in the
 * middle of a sentence goes on typing. Words from the other window only make the engine ask the server.
 */
export default function Panel({ engine, standing }: Props) {
  const { t } = useMessages()
  const name = useId()
  const other = standing === 'other-person'
  const [phase, setPhase] = useState<'offered' | 'opened' | 'blocked'>('offered')
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const ask = () => void engine.ask()
    const channel = new BroadcastChannel(channelName)
    channel.addEventListener('message', ask)
    window.addEventListener('focus', ask)
    return () => {
      channel.close()
      window.removeEventListener('focus', ask)
    }
  }, [engine])

  // What is typed into is scrolled above the panel, not behind it.
  useEffect(() => {
    const page = document.documentElement
    page.style.scrollPaddingBottom = `${(panel.current?.offsetHeight ?? 0) + 24}px`
    return () => {
      page.style.scrollPaddingBottom = ''
    }
  }, [])

  const open = () => {
    const opened = window.open(signInAddress(other), 'sign-in-again', 'popup,width=520,height=720')
    opened?.focus()
    setPhase(opened ? 'opened' : 'blocked')
  }
  return (
    <div
      ref={panel}
      role="dialog"
      aria-labelledby={name}
      className="fixed inset-x-3 bottom-3 z-20 mx-auto max-w-xl border border-t-4 border-line border-t-accent bg-paper p-5 text-ink sm:bottom-6 sm:p-6 print:hidden"
    >
      <div role="alert">
        <h2 id={name} className="text-lead font-semibold">
          {t(other ? 'signInAgain.otherTitle' : 'signInAgain.title')}
        </h2>
        <p className="interface mt-1.5">{t(other ? 'signInAgain.otherText' : 'signInAgain.text')}</p>
      </div>
      <div className="interface mt-4 flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="button" className={primary} onClick={open}>
          {t(other ? 'signInAgain.openOther' : 'signInAgain.open')}
        </button>
        <PlainLink standing={standing} />
      </div>
      <p role="status" className="interface mt-3 text-soft empty:hidden">
        {phase === 'opened' && t('signInAgain.waiting')}
        {phase === 'blocked' && t('signInAgain.blocked')}
      </p>
    </div>
  )
}
