'use client'
import { useMessages } from '../../messages/provider.tsx'
import type { Effect } from './rubric.ts'

const bar = 12
const pair = 2 * bar + 8
const height = 72

/** Reviews by points, before and after, side by side. The table beside it tells the same in numbers. */
export function EffectBars({ histogram }: { histogram: Effect['histogram'] }) {
  const { t } = useMessages()
  const { width, before, after } = histogram
  const most = Math.max(1, ...before, ...after)
  const all = before.length * pair
  const possible = Number((width * before.length).toFixed(2))
  const tall = (count: number) => (count / most) * height
  return (
    <figure className="m-0 self-start">
      <svg
        role="img"
        aria-label={t('rubric.barsOf')}
        viewBox={`0 0 ${all} ${height + 18}`}
        className="h-auto w-full max-w-md"
      >
        {before.map((count, k) => (
          <g key={k}>
            <rect x={k * pair} y={height - tall(count)} width={bar} height={tall(count)} className="fill-line" />
            <rect
              x={k * pair + bar}
              y={height - tall(after[k] ?? 0)}
              width={bar}
              height={tall(after[k] ?? 0)}
              className="fill-accent"
            />
          </g>
        ))}
        <line x1="0" x2={all} y1={height} y2={height} className="stroke-line" />
        <text x="0" y={height + 14} className="fill-soft text-[11px]">
          {0}
        </text>
        <text x={all} y={height + 14} textAnchor="end" className="fill-soft text-[11px]">
          {possible}
        </text>
      </svg>
      <figcaption className="mt-1 flex flex-wrap gap-x-5 text-fine text-soft">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-3 bg-line" />
          {t('rubric.before')}
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden="true" className="inline-block size-3 bg-accent" />
          {t('rubric.after')}
        </span>
      </figcaption>
    </figure>
  )
}
