import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { mostRows } from '../table/table-file.ts'
import { readTimes, requireExamOf } from './course-times.ts'
import { planTimes, type TimeStep } from './plan-time.ts'
import { readTime, timeRow } from './time-row.ts'

export const timesPreviewBody = z.strictObject({
  /** null: for the whole course */
  examId: z.uuid().nullable().default(null),
  rows: z.array(timeRow).min(1, 'There are no rows.').max(mostRows),
})

/** What a list of times and rooms would set. Nothing is changed. */
export async function previewTimes(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof timesPreviewBody>,
): Promise<{ rows: TimeStep[] }> {
  await requireRole(principal, courseId, ['instructor'])
  const { examId, rows } = parse(timesPreviewBody, given)
  if (examId !== null) await requireExamOf(query, courseId, examId)
  const read = rows.map((row) => ({ row, result: readTime(row) }))
  const entries = read.flatMap(({ result }) => (result.ok ? [result.entry] : []))
  const planned = planTimes(entries, await readTimes(query, courseId, examId))
  const places = new Map(entries.map((entry, at) => [entry, planned[at]]))
  return {
    rows: read.map(({ row, result }): TimeStep => {
      if (result.ok) return places.get(result.entry) as TimeStep
      const { line, email = '', number = '' } = row
      return { line, name: email || number, email, does: 'error', problem: result.problem }
    }),
  }
}
