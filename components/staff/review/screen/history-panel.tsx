'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { Paper } from '../../../paper/paper.tsx'
import { typed } from '../../../paper/typed.ts'
import { When } from '../../when.tsx'
import type { ReviewCard } from '../card.ts'

/** Every decision on this part, newest first: nothing is overwritten. */
export function HistoryPanel({ card, zone }: { card: ReviewCard; zone: string }) {
  const { t, locale } = useMessages()
  if (card.history.length === 0) return null
  return (
    <section aria-label={t('reviewing.history')} className="mt-8">
      <h3 className="eyebrow mb-2">{t('reviewing.history')}</h3>
      <ol className="interface flex flex-col gap-3">
        {card.history.map((past) => (
          <li key={past.version}>
            {past.points === null
              ? t('reviewing.pastBack', { name: past.reviewer })
              : t('reviewing.pastPoints', { name: past.reviewer, points: past.points, possible: card.possible })}
            {' · '}
            <span className="text-soft">
              <When iso={past.createdAt} locale={locale} zone={zone} />
            </span>
            {past.reason && <span className={`block text-soft ${typed}`}>{past.reason}</span>}
            {past.commentNodes.length > 0 && (
              <div className={`text-soft ${typed}`}>
                <Paper nodes={past.commentNodes} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
