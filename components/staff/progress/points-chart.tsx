import type { Translate } from '../../messages/catalogue.ts'
import type { ReviewerWork } from './progress.ts'
import { short } from './seconds.ts'

const width = 220
const height = 20
const edge = 6

/** Where one reviewer's points lie on the way from nothing to all there is: the mean, and one spread to both sides. */
export function PointsChart({ work, possible, t }: { work: ReviewerWork; possible: number; t: Translate }) {
  const x = (points: number) =>
    edge + (Math.min(Math.max(points, 0), possible) / Math.max(possible, 1e-9)) * (width - 2 * edge)
  const { name, mean, spread, far } = work
  return (
    <svg
      role="img"
      aria-label={t('progress.pointsChart', {
        name,
        mean: short(mean),
        spread: short(spread),
        possible: short(possible),
      })}
      viewBox={`0 0 ${width} ${height}`}
      className="h-5 w-full min-w-32 max-w-56"
    >
      <line x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} className="stroke-rule" />
      <line x1={edge} x2={edge} y1="5" y2={height - 5} className="stroke-line" />
      <line x1={width - edge} x2={width - edge} y1="5" y2={height - 5} className="stroke-line" />
      <line
        x1={x(mean - spread)}
        x2={x(mean + spread)}
        y1={height / 2}
        y2={height / 2}
        strokeWidth="3"
        className={far ? 'stroke-wrong' : 'stroke-accent'}
      />
      <circle cx={x(mean)} cy={height / 2} r="5" className={far ? 'fill-wrong' : 'fill-accent'} />
    </svg>
  )
}
