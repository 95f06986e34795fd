import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireRole } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { lookAtRoster, rosterRows } from './look-at-roster.ts'
import type { Role } from './person-row.ts'
import type { Difference, Step } from './plan-roster.ts'

export const rosterPreviewBody = z.strictObject({ rows: rosterRows })

/** A row as it is shown before anything is done. */
export interface PreviewedRow {
  line: number
  name: string
  email: string
  does: Step['does']
  role?: Role
  differences?: Difference[]
  problem?: string
  /** the line that says the same */
  of?: number
}

export interface RosterPreview {
  mark: string
  rows: PreviewedRow[]
  missing: { personId: string; name: string; email: string | null; sitting: boolean }[]
}

function shown(step: Step): PreviewedRow {
  const { line, name, email, does } = step
  if (does === 'enrol' || does === 'ahead') return { line, name, email, does, role: step.role }
  if (does === 'change') return { line, name, email, does, differences: step.differences }
  if (does === 'error') return { line, name, email, does, problem: step.problem }
  return does === 'repeated' ? { line, name, email, does, of: step.of } : { line, name, email, does }
}

/** What an import of these rows would do, and who of the course is not among them. Nothing is changed. */
export async function previewRoster(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof rosterPreviewBody>,
): Promise<RosterPreview> {
  await requireRole(principal, courseId, ['instructor'])
  const { rows } = parse(rosterPreviewBody, given)
  const { steps, missing, mark } = await lookAtRoster(query, courseId, rows)
  return {
    mark,
    rows: steps.map(shown),
    missing: missing.map(({ personId, name, email, sitting }) => ({ personId, name, email, sitting })),
  }
}
