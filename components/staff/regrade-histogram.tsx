import type { Translate } from '../messages/catalogue.ts'
import { DataTable } from './data-table.tsx'
import { Scrolling } from './scrolling.tsx'

export interface Distribution {
  width: number
  before: readonly number[]
  after: readonly number[]
}

const bar = 22
const gap = 20
const height = 120
const room = { left: 4, top: 18, bottom: 22 }

/** Students by points before and after, as pairs of bars drawn by the server; the table says the same in numbers. */
export function RegradeHistogram({ distribution, t }: { distribution: Distribution; t: Translate }) {
  const { width, before, after } = distribution
  const most = Math.max(1, ...before, ...after)
  const pair = 2 * bar + gap
  const all = room.left + before.length * pair
  const size = (count: number) => (count / most) * height
  const bound = (k: number) => Number((k * width).toFixed(2))
  return (
    <figure className="m-0">
      <Scrolling name={t('regrade.distribution')}>
        <svg
          role="img"
          aria-label={t('regrade.distributionOf')}
          viewBox={`0 0 ${all} ${room.top + height + room.bottom}`}
          className="h-auto w-full min-w-160 max-w-3xl"
        >
          {before.map((count, k) => {
            const x = room.left + k * pair
            return (
              <g key={k}>
                <Bar x={x} count={count} height={size(count)} className="fill-line" />
                <Bar x={x + bar} count={after[k] ?? 0} height={size(after[k] ?? 0)} className="fill-accent" />
                <text x={x + bar} y={room.top + height + 16} textAnchor="middle" className="fill-soft text-[11px]">
                  {`${bound(k)}–${bound(k + 1)}`}
                </text>
              </g>
            )
          })}
          <line x1="0" x2={all} y1={room.top + height} y2={room.top + height} className="stroke-line" />
        </svg>
      </Scrolling>
      <figcaption className="interface mt-2 flex flex-wrap gap-x-5 text-soft">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-3 bg-line" />
          {t('regrade.before')}
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-3 bg-accent" />
          {t('regrade.after')}
        </span>
      </figcaption>
      <details className="interface mt-3">
        <summary className="cursor-pointer">{t('regrade.asTable')}</summary>
        <DataTable
          caption={t('regrade.distribution')}
          columns={[
            { name: t('regrade.points') },
            { name: t('regrade.before'), numeric: true },
            { name: t('regrade.after'), numeric: true },
          ]}
          rows={before.map((count, k) => ({
            key: String(k),
            cells: [t('regrade.range', { from: bound(k), to: bound(k + 1) }), count, after[k] ?? 0],
          }))}
        />
      </details>
    </figure>
  )
}

function Bar(props: { x: number; count: number; height: number; className: string }) {
  if (props.count === 0) return null
  const y = room.top + height - props.height
  return (
    <>
      <rect x={props.x} y={y} width={bar - 1} height={props.height} className={props.className} />
      <text x={props.x + (bar - 1) / 2} y={y - 5} textAnchor="middle" className="fill-ink text-[11px]">
        {props.count}
      </text>
    </>
  )
}
