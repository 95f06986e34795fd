import type { PaperQuestion } from '../../grader/answers/paper.ts'

/** What one point of a question's own fields is worth where it stands in an exam. */
export function pointScale(fields: readonly { points: number }[], points: number): number {
  const own = fields.reduce((sum, field) => sum + field.points, 0)
  return own > 0 ? points / own : 1
}

/** Points to two decimals: scaled thirds do not leave tails. */
export const roundPoints = (points: number) => Math.round(points * 100) / 100

/** A question as printed, with the points it has in this exam. */
export function scalePaper(paper: PaperQuestion, points: number): PaperQuestion {
  const scale = pointScale(paper.fields, points)
  if (scale === 1) return { ...paper, points }
  const fields = paper.fields.map((field) => ({ ...field, points: roundPoints(field.points * scale) }))
  return { ...paper, points, fields }
}
