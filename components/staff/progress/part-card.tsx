import type { Translate } from '../../messages/catalogue.ts'
import { PointsChart } from './points-chart.tsx'
import type { PartProgress } from './progress.ts'
import { secondsText, short, worked } from './seconds.ts'
import { ShareBar } from './share-bar.tsx'

/** One part: how far it is, how fast and how high its answers are scored, and by whom. */
export function PartCard({ part, t }: { part: PartProgress; t: Translate }) {
  const { title, label, waiting, done, points, work, reviewers } = part
  const name = t('progress.partHead', { title, label })
  const waits = t('progress.waiting', { n: waiting })
  return (
    <section aria-label={name} className="border-t border-rule py-5">
      <div className="interface flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-semibold">{name}</h3>
        <span className="tabular-nums">{t('progress.doneOf', { done, all: done + waiting })}</span>
      </div>
      <ShareBar done={done} all={done + waiting} />
      <p className="interface mt-1 text-soft">
        {work
          ? t('progress.partFacts', {
              waiting: waits,
              median: secondsText(work.median, t),
              mean: short(work.mean),
              spread: short(work.spread),
              possible: short(points),
            })
          : t('progress.partWaits', { waiting: waits })}
      </p>
      <ul className="interface mt-2">
        {reviewers.map((own) => (
          <li
            key={own.personId}
            className="grid items-center gap-x-6 gap-y-1 border-t border-rule py-2.5 sm:grid-cols-[11rem_14rem_1fr]"
          >
            <span>
              {own.name}
              {own.far ? (
                <span className="block text-fine text-wrong">
                  {t('progress.far', {
                    direction: (own.distance ?? 0) > 0 ? 'more' : 'less',
                    n: Math.abs(own.distance ?? 0).toFixed(1),
                  })}
                </span>
              ) : null}
            </span>
            <PointsChart work={own} possible={points} t={t} />
            <span className="tabular-nums">
              {t('progress.gave', { mean: short(own.mean), spread: short(own.spread), possible: short(points) })}
              <span className="block text-soft">{t('progress.workOf', worked(own, t))}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
