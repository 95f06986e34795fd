import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import type { ShownResult } from '../grading/conceal.ts'
import { shownResult } from '../grading/shown-result.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { type Shows, shows } from './shows.ts'

const names = Object.keys(shows.shape) as (keyof Shows)[]

/** Options as they stand in an address: the names of what is shown, with commas between them. */
export const previewSearch = z
  .string()
  .max(200)
  .transform((list): Shows => {
    const named = list.split(',')
    return Object.fromEntries(names.map((name) => [name, named.includes(name)])) as Shows
  })

/** A result as its student would see it by these options, for who releases it. */
export async function previewResult(
  principal: Principal | null,
  attemptId: string,
  options: string,
): Promise<ShownResult> {
  const [exam] = await query<{ courseId: string }>(
    'SELECT e.course_id AS "courseId" FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1',
    [attemptId],
  )
  await requireRole(principal, exam?.courseId, ['instructor'])
  const result = await shownResult(attemptId, parse(previewSearch, options))
  if (!result) throw new Refusal(409, 'open', 'This attempt has not been handed in yet.')
  return result
}
