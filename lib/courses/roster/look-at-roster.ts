import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Query } from '../../db/query.ts'
import { mostRows } from '../table/table-file.ts'
import { findAccounts, readMembers } from './known-people.ts'
import { type Entry, type PersonRow, personRow, readPerson } from './person-row.ts'
import { type Member, missingFrom, planRoster, type Step } from './plan-roster.ts'

export const rosterRows = z.array(personRow).min(1, 'There are no rows.').max(mostRows)

/** What an import would do now, to the last row. */
export interface Look {
  steps: Step[]
  missing: Member[]
  /** stands for all of it: an import is of what was looked at, or of nothing */
  mark: string
}

/** Rows that cannot be read keep their places among those that can. */
export async function lookAtRoster(run: Query, courseId: string, rows: readonly PersonRow[]): Promise<Look> {
  const read = rows.map((row) => ({ row, result: readPerson(row) }))
  const entries = read.flatMap(({ result }) => (result.ok ? [result.entry] : []))
  // one after the other: in a transaction they share a connection
  const members = await readMembers(run, courseId)
  const accounts = await findAccounts(run, courseId, [...new Set(entries.map(({ email }) => email))])
  const planned = planRoster(entries, members, accounts)
  const places = new Map<Entry, Step>(entries.map((entry, at) => [entry, planned[at] as Step]))
  const steps = read.map(({ row, result }): Step => {
    if (result.ok) return places.get(result.entry) as Step
    const { line, email } = row
    return {
      line,
      name: (row.name || `${row.first} ${row.last}`).trim(),
      email,
      does: 'error',
      problem: result.problem,
    }
  })
  const missing = missingFrom(steps, members)
  const said = JSON.stringify([courseId, steps, missing.map(({ personId }) => personId)])
  return { steps, missing, mark: createHash('sha256').update(said).digest('base64url') }
}
