'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { Label } from '../../../paper/label.tsx'
import { VerdictBadge } from '../../../result/verdict-badge.tsx'
import { link } from '../../../site/buttons.ts'
import type { ReviewCard } from '../card.ts'

interface Props {
  card: ReviewCard
  /** points of the part under review as the reviewer has them now; null: nothing is decided */
  points: number | null
  /** null: the other parts are not to be opened from here */
  addressOf: ((field: string) => string) | null
}

/** All parts of the question side by side: what the grader gave, what people gave, and the one under review. */
export function PartsPanel({ card, points, addressOf }: Props) {
  const { t } = useMessages()
  const { question, name, decidedBy } = card
  if (question.paper.fields.length < 2) return null
  return (
    <section aria-label={t('reviewing.parts')}>
      <h3 className="eyebrow mb-2">{t('reviewing.parts')}</h3>
      <ul className="interface border-t border-rule">
        {question.paper.fields.map((field) => {
          const shown = question.fields.find((one) => one.name === field.name)
          const here = field.name === name
          const earned = (here ? points : null) ?? shown?.earned ?? null
          const reviewer = decidedBy[field.name]
          return (
            <li
              key={field.name}
              aria-current={here ? 'true' : undefined}
              className={`grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-rule px-2 py-1.5 sm:grid-cols-[minmax(0,1fr)_11rem_6rem_7rem] ${here ? 'bg-wash' : ''}`}
            >
              <span className={`min-w-0 ${here ? 'font-semibold' : ''}`}>
                {here || addressOf === null ? (
                  <>
                    <Label of={field} /> {here && <span className="eyebrow ml-1">{t('reviewing.partHere')}</span>}
                  </>
                ) : (
                  <a
                    className={link}
                    href={addressOf(`${question.slug}.${field.name}`)}
                    aria-label={t('reviewing.partOpenIt', { label: field.label })}
                  >
                    <Label of={field} />
                  </a>
                )}
              </span>
              <span className="order-3 sm:order-none">
                {shown?.grading && <VerdictBadge verdict={shown.grading.verdict} />}
              </span>
              <span className="text-right tabular-nums">
                {earned === null
                  ? t('reviewing.partOpen', { possible: field.points })
                  : t('reviewing.partEarned', { earned, possible: field.points })}
              </span>
              <span className="order-4 text-right text-fine text-soft sm:order-none sm:text-left">
                {here && points !== null
                  ? t('reviewing.partYours')
                  : reviewer
                    ? t('reviewing.partBy', { name: reviewer })
                    : shown?.grading?.score != null && t('reviewing.partGrader')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
