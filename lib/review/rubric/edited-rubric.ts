import { z } from 'zod'
import { invalid } from '../../http/refusal.ts'
import { type Rubric, rubricItem } from './rubric.ts'

const item = rubricItem
  // null where it is new
  .extend({ id: rubricItem.shape.id.nullable() })
  .refine(({ amount, unit }) => unit === 'points' || Math.abs(amount) <= 1, 'A share is at most the whole.')

/** A rubric as somebody would have it, in order. */
export const rubricEdit = z.strictObject({
  /** of the rubric that was seen */
  version: z.number().int().min(0),
  base: z.enum(['zero', 'full']),
  items: z.array(item).max(60),
})
export type RubricEdit = z.infer<typeof rubricEdit>

/**
 * The next version of a rubric. New items are named by it and their place, so that a preview and what is applied after it
 * name them alike, and no id is given twice. `known`: ids of before that may come back.
 */
export function editedRubric(edit: RubricEdit, current: Rubric, known: Iterable<string> = []): Rubric {
  const version = current.version + 1
  const may = new Set([...current.items.map(({ id }) => id), ...known])
  const stray = edit.items.find(({ id }) => id !== null && !may.has(id))
  if (stray) throw invalid(`The rubric has no item “${stray.id}”.`, 'items')
  const items = edit.items.map(({ id, ...rest }, k) => ({ id: id ?? `${version}-${k}`, ...rest }))
  if (new Set(items.map(({ id }) => id)).size < items.length) throw invalid('An item is listed twice.', 'items')
  return { version, base: edit.base, items }
}

/** Whether two rubrics say the same in the same order, whatever their versions. */
export function sameRubric(one: Rubric, other: Rubric): boolean {
  const told = ({ base, items }: Rubric) =>
    JSON.stringify([base, items.map(({ id, says, amount, unit }) => [id, says, amount, unit])])
  return told(one) === told(other)
}
