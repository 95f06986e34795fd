import type { Mark, Point } from './shown-page.ts'

/** A name for a mark that no other on the page has. */
export const newMarkId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (n) => (n % 36).toString(36)).join('')

const most = 600

/** A stroke with so many points as can be kept: of a long one every other point goes, again and again. */
export function strokeOf(points: readonly Point[]): Point[] {
  let kept = [...points]
  while (kept.length > most) kept = kept.filter((_, k) => k % 2 === 0 || k === kept.length - 1)
  return kept.map(([x, y]) => [inside(x), inside(y)])
}

export const inside = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000

/** The distance of a place from a mark, in shares of the page's width; 0 within it. `ratio`: height over width. */
export function distanceTo(mark: Mark, [x, y]: Point, ratio: number): number {
  const between = (a: Point, b: Point) => segment([x, y * ratio], [a[0], a[1] * ratio], [b[0], b[1] * ratio])
  if (mark.kind === 'note') return Math.hypot(mark.at[0] - x, (mark.at[1] - y) * ratio)
  if (mark.kind === 'pen')
    return Math.min(...mark.points.map((point, k) => between(mark.points[Math.max(0, k - 1)] ?? point, point)))
  const { from, to } = mark
  const corners: Point[] = [from, [to[0], from[1]], to, [from[0], to[1]], from]
  const within = between1(x, from[0], to[0]) && between1(y, from[1], to[1])
  if (mark.kind === 'highlight' && within) return 0
  return Math.min(...corners.slice(1).map((corner, k) => between(corners[k] ?? corner, corner)))
}

const between1 = (at: number, a: number, b: number) => at >= Math.min(a, b) && at <= Math.max(a, b)

function segment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y)
}

/** The mark that is meant by a place: the nearest, where one is near. */
export function markAt(marks: readonly Mark[], at: Point, ratio: number, reach = 0.025): Mark | null {
  let best: { mark: Mark; far: number } | null = null
  for (const mark of marks) {
    const far = distanceTo(mark, at, ratio)
    if (far <= reach && (!best || far <= best.far)) best = { mark, far }
  }
  return best?.mark ?? null
}
