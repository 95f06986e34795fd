import { z } from 'zod'
import type { RubricItem as AuthoredItem } from '../../../grader/question/definition.ts'
import { roundPoints } from '../../attempts/scale.ts'
import type { Query } from '../../db/query.ts'

export const rubricItem = z.strictObject({
  /** stays the same while texts and amounts change: reviews refer to it */
  id: z.string().min(1).max(40),
  /** Markdown with math */
  says: z.string().trim().min(1).max(2_000),
  /** negative takes away */
  amount: z.number().min(-10_000).max(10_000),
  /** points, or a share of the part's points */
  unit: z.enum(['points', 'share']),
})
export type RubricItem = z.infer<typeof rubricItem>

/** By what a part is scored. */
export interface Rubric {
  /** 0: the question file's own */
  version: number
  /** what points start from */
  base: 'zero' | 'full'
  items: RubricItem[]
}

/** The rubric that a question file gives a field. Its points are the field's own, so they grow with them in an exam. */
export function authoredRubric(items: readonly Pick<AuthoredItem, 'says' | 'points'>[], scale = 1): Rubric {
  return {
    version: 0,
    base: 'zero',
    items: items.map(({ says, points }, k) => ({
      id: `file-${k}`,
      says,
      amount: roundPoints(points * scale),
      unit: 'points',
    })),
  }
}

/** What the ticked items come to, before anything is cut off at nothing or at all there is. */
function rubricSum({ base, items }: Rubric, ticked: readonly string[], possible: number): number {
  return items
    .filter(({ id }) => ticked.includes(id))
    .reduce(
      (sum, { amount, unit }) => sum + (unit === 'share' ? amount * possible : amount),
      base === 'full' ? possible : 0,
    )
}

/** Points of a part by its rubric: what it starts from, the ticked items, and what the reviewer put on top, 0 … possible. */
export function rubricPoints(rubric: Rubric, ticked: readonly string[], adjustment: number, possible: number): number {
  const sum = rubricSum(rubric, ticked, possible) + adjustment
  return roundPoints(Math.min(Math.max(sum, 0), possible))
}

/** What points by hand are on top of the ticked items, without the tails that sums of decimals leave. */
export function overRubric(points: number, rubric: Rubric, ticked: readonly string[], possible: number): number {
  return Math.round((points - rubricSum(rubric, ticked, possible)) * 1e6) / 1e6
}

/** The ids that a review stores: before rubrics had ids, indices of the question file's rubric. */
export function tickedIds(stored: readonly (string | number)[]): string[] {
  return stored.map((one) => (typeof one === 'number' ? `file-${one}` : one))
}

/** The newest stored rubric of a part, or one of its versions; null where the question file's holds. */
export async function storedRubric(
  run: Query,
  examQuestionId: string,
  field: string,
  version: number | null = null,
): Promise<Rubric | null> {
  const [row] = await run<Rubric>(
    `SELECT version, base, items FROM rubric_version
     WHERE exam_question_id = $1 AND field = $2 AND ($3::int IS NULL OR version = $3) ORDER BY version DESC LIMIT 1`,
    [examQuestionId, field, version],
  )
  return row ?? null
}
