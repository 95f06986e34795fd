import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { examPart } from '../exam-part.ts'
import { requireReviewer } from '../require-reviewer.ts'
import { examParts, type PartStanding } from './exam-parts.ts'

/** One part of an exam as its reviewing stands, for who may review it. */
export async function reviewedPart(principal: Principal | null, examId: string, field: string): Promise<PartStanding> {
  const { personId } = await requireReviewer(principal, await examPart(examId, field))
  const parts = await examParts(query, examId, { personId, everything: true }, field)
  const [part] = parts
  if (!part) throw notFound()
  return part
}
