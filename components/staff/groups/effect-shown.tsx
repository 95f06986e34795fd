'use client'
import { useMessages } from '../../messages/provider.tsx'
import type { Effect } from './effect.ts'

/** What a decision would change, in words, before it is made. */
export function EffectShown({ effect, points, possible }: { effect: Effect; points: number | null; possible: number }) {
  const { t } = useMessages()
  const n = effect.answers.length
  return (
    <div role="status" className="rounded-xs bg-sheet px-3 py-2">
      {n === 0 ? (
        <p>{t('groups.effectNone')}</p>
      ) : points === null ? (
        <p>{t('groups.effectUndecided', { n })}</p>
      ) : (
        <p className="font-semibold">{t('groups.effect', { n, points, possible })}</p>
      )}
      {n > 0
        ? effect.from.slice(0, 6).map((one) => (
            <p key={`${one.points}`} className="text-fine text-soft">
              {t('groups.from', {
                n: one.n,
                from: one.points === null ? 'none' : t('groups.pointsNow', { points: one.points }),
              })}
            </p>
          ))
        : null}
      {effect.kept > 0 ? <p className="text-fine text-soft">{t('groups.kept', { n: effect.kept })}</p> : null}
    </div>
  )
}
