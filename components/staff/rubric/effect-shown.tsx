'use client'
import Link from 'next/link'
import { useMessages } from '../../messages/provider.tsx'
import { link } from '../../site/buttons.ts'
import { EffectBars } from './effect-bars.tsx'
import { answerPage, type Effect } from './rubric.ts'

/** Who gains and who loses by an edit, before anything is done. */
export function EffectShown({ effect, examId, field }: { effect: Effect; examId: string; field: string }) {
  const { t } = useMessages()
  const { changed, gain, lose, same, reviewed, mean, steps } = effect
  if (reviewed === 0) return <p>{t('rubric.nothingReviewed')}</p>
  if (changed === 0) return <p>{t('rubric.nothingChanges', { n: reviewed })}</p>
  const most = Math.max(...steps.map(({ count }) => count))
  const listed = steps.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="flex flex-col gap-4">
      <p>
        <strong>{t('rubric.changes', { n: changed, of: reviewed })}</strong>{' '}
        {[
          ...(gain > 0 ? [t('rubric.gain', { n: gain })] : []),
          ...(lose > 0 ? [t('rubric.lose', { n: lose })] : []),
          ...(same > 0 ? [t('rubric.same', { n: same })] : []),
        ].join(', ')}
        {'. '}
        {mean ? t('rubric.mean', { before: mean.before, after: mean.after }) : null}
      </p>
      {effect.released ? <p className="border-l-2 border-caution pl-3 text-caution">{t('rubric.released')}</p> : null}
      <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        <table className="w-full border-collapse self-start text-left">
          <caption className="eyebrow pb-1 text-left">{t('rubric.steps')}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('rubric.fromTo')}</th>
              <th scope="col">{t('rubric.reviews')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ from, to, count }) => (
              <tr key={`${from} ${to}`} className="border-b border-rule">
                <th scope="row" className="py-1 pr-3 font-normal whitespace-nowrap">
                  {t('rubric.step', { from, to })}
                </th>
                <td className="w-full py-1">
                  <span className="flex items-center gap-2">
                    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2.5 grow">
                      <rect
                        width={Math.max(1, (count / most) * 100)}
                        height="10"
                        className={to > from ? 'fill-good' : to < from ? 'fill-wrong' : 'fill-line'}
                      />
                    </svg>
                    <span className="w-12 shrink-0 text-right">{count}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <EffectBars histogram={effect.histogram} />
      </div>
      {listed < changed ? <p className="text-soft">{t('rubric.moreSteps', { n: changed - listed })}</p> : null}
      <details>
        <summary className="text-accent">{t('rubric.whose', { n: effect.largest.length })}</summary>
        <ul className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2">
          {effect.largest.map(({ submissionId, code, from, to, taken }) => (
            <li key={submissionId} className="flex flex-wrap items-baseline justify-between gap-x-3">
              <Link href={answerPage(examId, field, submissionId)} prefetch={false} className={link}>
                {code}
              </Link>
              <span>
                {t('rubric.step', { from, to })}
                {taken > 0 ? <span className="ml-2 text-soft">{t('rubric.taken', { n: taken })}</span> : null}
              </span>
            </li>
          ))}
        </ul>
        {effect.largest.length < changed ? (
          <p className="mt-1 text-soft">{t('rubric.moreListed', { n: changed - effect.largest.length })}</p>
        ) : null}
      </details>
    </div>
  )
}
