import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { requireReviewer } from '../../review/require-reviewer.ts'
import { marks } from './marks.ts'

export const annotationBody = z.strictObject({
  /** the newest of one's own that was seen, 0 where there was none */
  version: z.number().int().min(0),
  marks,
})

/**
 * Keeps all that the asker has on a page, as a further version: theirs alone, so that nobody wipes away what another wrote.
 * Who has the page open twice is told of the other time (409 'conflict').
 */
export async function annotate(
  principal: Principal | null,
  { page, sheet }: { page: string; sheet: number },
  given: z.input<typeof annotationBody>,
): Promise<{ version: number }> {
  const [image] = await query<{ courseId: string; examQuestionId: string; field: string; closed: boolean }>(
    `SELECT e.course_id AS "courseId", q.id AS "examQuestionId", u.field, a.state = 'closed' AS closed
     FROM upload u JOIN upload_image i ON i.upload_id = u.id AND i.sheet = $2 JOIN attempt a ON a.id = u.attempt_id
     JOIN exam e ON e.id = a.exam_id JOIN exam_question q ON q.exam_id = e.id AND q.slug = split_part(u.field, '.', 1)
     WHERE u.id = $1`,
    [page, sheet],
  )
  const { personId } = await requireReviewer(principal, image?.closed ? image : null)
  if (!image?.closed) throw notFound()
  const { version, marks: drawn } = parse(annotationBody, given)
  const [stored] = await query<{ version: number }>(
    `INSERT INTO upload_annotation (upload_id, sheet, person_id, version, marks)
     SELECT $1::uuid, $2::int, $3::uuid, $4::int + 1, $5::jsonb
     WHERE $4::int = (SELECT coalesce(max(version), 0) FROM upload_annotation
       WHERE upload_id = $1::uuid AND sheet = $2::int AND person_id = $3::uuid)
     ON CONFLICT (upload_id, sheet, person_id, version) DO NOTHING RETURNING version`,
    [page, sheet, personId, version, JSON.stringify(drawn)],
  )
  if (!stored) throw new Refusal(409, 'conflict', 'You have drawn on this page elsewhere meanwhile. Please look again.')
  return stored
}
