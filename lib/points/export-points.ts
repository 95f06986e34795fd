import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { parse } from '../http/parse.ts'
import { changesTable } from './changes-table.ts'
import { examParts } from './exam-parts.ts'
import type { Download } from './export/answer-download.ts'
import { csv } from './export/csv.ts'
import type { Table } from './export/table.ts'
import { xlsx } from './export/xlsx.ts'
import { pointsTable } from './points-table.ts'

export const exportChoice = z.strictObject({
  /** points by student and part, or every change of them */
  what: z.enum(['points', 'changes']),
  /** csv-excel: with the mark by which Excel knows UTF-8 */
  format: z.enum(['csv', 'csv-excel', 'xlsx']),
})

/** A table of an exam's points as a file, made while it is sent: for the instructors of its course. */
export async function exportPoints(principal: Principal | null, examId: string, given: unknown): Promise<Download> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const { what, format } = parse(exportChoice, given)
  const [exam] = await query<{ slug: string }>('SELECT slug FROM exam WHERE id = $1', [examId])
  const parts = await examParts(examId)
  const table: Table = {
    name: what === 'points' ? 'Points' : 'Changes',
    rows: what === 'points' ? pointsTable(examId, parts) : changesTable(examId),
  }
  const name = `${exam?.slug.replace(/[^a-zA-Z0-9-]+/g, '-')}-${what}.${format === 'xlsx' ? 'xlsx' : 'csv'}`
  const bytes = format === 'xlsx' ? xlsx([table]) : csv(table.rows, { mark: format === 'csv-excel' })
  return {
    name,
    type:
      format === 'xlsx'
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8; header=present',
    bytes,
  }
}
