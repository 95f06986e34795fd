'use client'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import { printTime } from '../site/times.ts'
import { useReady } from '../site/use-ready.ts'
import { useAction } from './use-action.ts'

interface Props {
  slug: string
  note: { at: string; by: string | null; mayRestore: boolean }
  zone: string
}

/** Over a question that was put away: that it was, and the way back. */
export function ArchivedBanner({ slug, note, zone }: Props) {
  const { t, locale } = useMessages()
  const ready = useReady()
  const { act, busy, said } = useAction()
  const when = printTime(note.at, locale, zone)
  return (
    <div className="interface mb-8 flex flex-wrap items-center gap-3 border-l-2 border-caution pl-4">
      <p>{t('bank.isAway', { when, name: note.by ?? t('bank.nobody') })}</p>
      {note.mayRestore ? (
        <button
          type="button"
          className={quiet}
          disabled={busy || !ready}
          onClick={() => void act('/api/staff/v1/bank/archive', { slugs: [slug], archived: false })}
        >
          {t('bank.bringBack')}
        </button>
      ) : null}
      <span role="status" className="text-wrong">
        {said?.ok === false ? said.text : null}
      </span>
    </div>
  )
}
