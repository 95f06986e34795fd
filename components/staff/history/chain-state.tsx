import type { Translate } from '../../messages/catalogue.ts'
import { When } from '../when.tsx'

interface Shown {
  submissions: { id: string; code: string; closedBy: string; frozenAt: string }[]
  findings: { eventId: string | null; seq: number | null; amiss: string; says: string }[]
}

/** Whether the store still says what was written, and what was handed in when. */
export function ChainState({
  history,
  locale,
  zone,
  t,
}: {
  history: Shown
  locale: string
  zone: string
  t: Translate
}) {
  const { findings, submissions } = history
  return (
    <div className="interface flex flex-col gap-4">
      {findings.length === 0 ? (
        <p>
          {t('evidence.whole')} <span className="text-soft">{t('evidence.wholeLead')}</span>
        </p>
      ) : (
        <div className="border-l-2 border-wrong pl-4">
          <p className="text-wrong">{t('evidence.broken')}</p>
          <ul className="mt-2 flex flex-col gap-1">
            {findings.map(({ eventId, seq, amiss, says }) => (
              <li key={`${eventId} ${seq} ${says}`}>
                {amiss}
                {seq === null ? '' : ` (${seq})`}: {says}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className="flex flex-col gap-1">
        {submissions.map(({ id, code, closedBy, frozenAt }) => (
          <li key={id}>
            {t('evidence.receiptOf', { code })} · {t('evidence.closedBy', { by: closedBy })} ·{' '}
            <When iso={frozenAt} locale={locale} zone={zone} />
          </li>
        ))}
      </ul>
    </div>
  )
}
