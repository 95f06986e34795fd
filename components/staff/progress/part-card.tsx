import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../data-table.tsx'
import { PointsChart } from './points-chart.tsx'
import type { PartProgress } from './progress.ts'
import { secondsText, short } from './seconds.ts'
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
      <ShareBar done={done} all={done + waiting} name={name} />
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
      {reviewers.length > 0 ? (
        <DataTable
          caption={name}
          columns={[
            { name: t('progress.name') },
            { name: t('progress.answers'), numeric: true },
            { name: t('progress.median'), numeric: true },
            { name: t('progress.ninety'), numeric: true },
            { name: t('progress.points') },
            { name: t('progress.mean'), numeric: true },
          ]}
          rows={reviewers.map((own) => ({
            key: own.personId,
            cells: [
              <span key="name">
                {own.name}
                {own.far ? (
                  <span className="block text-fine text-wrong">
                    {t('progress.far', {
                      direction: (own.distance ?? 0) > 0 ? 'more' : 'less',
                      n: Math.abs(own.distance ?? 0).toFixed(1),
                    })}
                  </span>
                ) : null}
              </span>,
              <span key="n">{own.n}</span>,
              <span key="median" className="whitespace-nowrap">
                {secondsText(own.median, t)}
              </span>,
              <span key="ninety" className="whitespace-nowrap">
                {secondsText(own.p90, t)}
              </span>,
              <PointsChart key="chart" work={own} possible={points} t={t} />,
              <span key="mean" className="whitespace-nowrap">
                {t('progress.range', { mean: short(own.mean), spread: short(own.spread) })}
              </span>,
            ],
          }))}
        />
      ) : null}
    </section>
  )
}
