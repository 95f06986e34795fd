'use client'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { typed } from '../paper/typed.ts'
import type { ShownReview } from './result.ts'

/** With the sign that says which way it goes. */
const signed = (points: number) => (points < 0 ? `−${Number((-points).toFixed(2))}` : `+${Number(points.toFixed(2))}`)

/** Why a person gave these points: the rubric items that hold, what was given by hand, and what they wrote. */
export function ReviewShown({ review }: { review: ShownReview }) {
  const { t } = useMessages()
  const { comment, base } = review
  const ticked = review.items.filter((item) => item.ticked)
  const adjustment = review.adjustment ?? 0
  return (
    <>
      {ticked.length > 0 ? (
        <div>
          <p className="font-semibold">{t(base === 'full' ? 'verdict.rubricFromFull' : 'verdict.rubric')}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {ticked.map(({ nodes, points }, k) => (
              <li key={k} className="flex gap-3">
                {points === null ? (
                  <span aria-hidden="true">✓</span>
                ) : (
                  <span
                    className={`interface w-14 shrink-0 text-right font-semibold ${points < 0 ? 'text-wrong' : 'text-good'}`}
                  >
                    {signed(points)}
                  </span>
                )}
                <div className={`min-w-0 ${typed}`}>
                  <Paper nodes={nodes} />
                </div>
              </li>
            ))}
            {adjustment !== 0 ? (
              <li className="flex gap-3">
                <span className="interface w-14 shrink-0 text-right font-semibold">{signed(adjustment)}</span>
                <span>{t('verdict.byHand')}</span>
              </li>
            ) : null}
          </ul>
        </div>
      ) : null}
      {comment.length > 0 ? (
        <div>
          <p className="font-semibold">{t('verdict.comment')}</p>
          <div className={typed}>
            <Paper nodes={comment} />
          </div>
        </div>
      ) : null}
    </>
  )
}
