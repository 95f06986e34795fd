'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { useShelf } from './provider.tsx'

/** Fetches every worked solution that is released, opens all of them and prints the page. */
export function PrintButton({ slugs }: { slugs: readonly string[] }) {
  const { t } = useMessages()
  const shelf = useShelf()
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const print = async () => {
    setState('loading')
    const complete = await shelf.wantAll(slugs)
    setState(complete ? 'idle' : 'failed')
    if (!complete) return
    for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-solution]')) details.open = true
    // printing lays the page out by itself; a hidden tab would never get another frame to wait for
    setTimeout(() => window.print())
  }
  return (
    <div className="mt-5 flex flex-wrap items-baseline gap-x-4 gap-y-2 print:hidden">
      <button type="button" className={secondary} disabled={state === 'loading'} onClick={() => void print()}>
        {state === 'loading' ? t('result.printLoading') : t(slugs.length > 0 ? 'result.printAll' : 'result.print')}
      </button>
      <span role="status" className="interface text-wrong">
        {state === 'failed' && t('result.printFailed')}
      </span>
    </div>
  )
}
