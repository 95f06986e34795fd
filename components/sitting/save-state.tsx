'use client'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import type { SaveStatus } from './engine/status.ts'
import { SaveMark, type SaveMarkKind } from './save-mark.tsx'

const colours: Partial<Record<SaveMarkKind, string>> = {
  trouble: 'font-semibold text-wrong',
  conflict: 'font-semibold text-caution',
}

/**
 * Where everything typed lies: on this device, on the server, or in conflict with a newer answer. Said from the journal's
 * and the server's acknowledgements, never from hope; aloud only when it turns bad, and when it is good again.
 */
export function SaveState({ status }: { status: SaveStatus }) {
  const { locale, t } = useMessages()
  const kind = kindOf(status)
  const bad = kind === 'trouble' || kind === 'conflict'
  const wasBad = useRef(false)
  const [relief, setRelief] = useState(false)
  useEffect(() => {
    if (bad || kind === 'server') setRelief(wasBad.current && !bad)
    if (bad || kind === 'server') wasBad.current = bad
  }, [bad, kind])
  const text = words()
  return (
    <span className="inline-flex min-w-0 items-center gap-2 max-sm:grow max-sm:basis-0" data-saved={kind}>
      <SaveMark kind={kind} />
      <span className={colours[kind] ?? 'text-soft'}>{text}</span>
      <span role="status" className="sr-only">
        {bad ? text : relief && t('saving.allSaved')}
      </span>
    </span>
  )

  function words(): string {
    if (kind === 'conflict') return t('saving.conflict', { n: status.replaced })
    if (kind === 'trouble') return t(status.copy ? 'saving.retrying' : 'saving.retryingBare', { n: status.unsaved })
    if (status.standing === 'closed') return t('saving.closed')
    if (status.activity !== 'saved') return t(status.copy ? 'saving.here' : 'saving.saving')
    if (status.at === null) return t('saving.nothingYet')
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      status.at,
    )
    return t('saving.saved', { time })
  }
}

function kindOf({ activity, replaced, copy, at }: SaveStatus): SaveMarkKind {
  if (activity === 'retrying') return 'trouble'
  if (replaced > 0) return 'conflict'
  if (activity !== 'saved') return copy ? 'device' : 'nowhere'
  return at === null ? 'nowhere' : 'server'
}
