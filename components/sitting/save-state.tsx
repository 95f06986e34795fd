'use client'
import { useMessages } from '../messages/provider.tsx'
import type { SaveStatus } from './engine/status.ts'

/** Whether everything typed is with the server: said from its acknowledgements, never from hope. */
export function SaveState({ status }: { status: SaveStatus }) {
  const { locale, t } = useMessages()
  const trouble = status.activity === 'retrying'
  return (
    <span className="inline-flex min-w-0 items-center gap-2 max-sm:grow max-sm:basis-0">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full border ${
          status.activity === 'saved' ? 'border-good bg-good' : trouble ? 'border-wrong bg-wrong' : 'border-line'
        }`}
      />
      <span className={trouble ? 'font-semibold text-wrong' : 'text-soft'}>{text()}</span>
      <span role="status" className="sr-only">
        {trouble && t('saving.retrying', { n: status.unsaved })}
      </span>
    </span>
  )

  function text(): string {
    if (status.standing === 'closed') return t('saving.closed')
    if (status.activity === 'retrying') return t('saving.retrying', { n: status.unsaved })
    if (status.activity !== 'saved') return t('saving.saving')
    if (status.at === null) return t('saving.nothingYet')
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      status.at,
    )
    return t('saving.saved', { time })
  }
}
