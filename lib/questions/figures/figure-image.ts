import { z } from 'zod'
import { readPictureName } from '../../../grader/question/picture-name.ts'
import { requireOwnAttempt } from '../../attempts/facts.ts'
import type { Principal } from '../../auth/principal.ts'
import { requirePerson } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import { allReadable } from '../bank/visible.ts'
import { figureBytes, knownFigure } from './stored-figures.ts'

export const figureParams = z.strictObject({ file: z.string().refine((file) => readPictureName(file) !== null) })

interface FigureImage {
  bytes: Buffer
  /** stands for exactly these bytes */
  mark: string
  type: 'image/jpeg' | 'image/png'
}

/**
 * A picture of a question: for students in whose attempts it stands, while one is worked on from where it may be, and for
 * staff who may read the question.
 */
export async function figureImage(principal: Principal | null, file: string): Promise<FigureImage> {
  const { personId } = requirePerson(principal)
  const attempt = await attemptWith(personId, file)
  if (attempt && !attempt.closed) await requireOwnAttempt(principal, attempt.id)
  else if (!attempt && !(await staffMaySee(personId, file))) throw notFound()
  const figure = await knownFigure(file)
  if (!figure) throw notFound()
  const bytes = await figureBytes(figure, 'shown')
  return { bytes, mark: figure.shownSha256.slice(0, 32), type: figure.shownMediaType }
}

const holds = (version: string, file: string) =>
  `${version}.definition->'figures' @> jsonb_build_array(jsonb_build_object('file', ${file}::text))`

/** An attempt of the person's own with the picture; one that is handed in before one that is not. */
async function attemptWith(personId: string, file: string): Promise<{ id: string; closed: boolean } | null> {
  const [found] = await query<{ id: string; closed: boolean }>(
    `SELECT a.id, a.state = 'closed' AS closed FROM attempt a
     JOIN attempt_question aq ON aq.attempt_id = a.id
     JOIN variant v ON v.id = aq.variant_id
     JOIN variant_as_graded g ON g.attempt_id = a.id AND g.exam_question_id = aq.exam_question_id
     JOIN question_version q ON q.id IN (v.question_version_id, g.question_version_id)
     WHERE a.person_id = $1 AND ${holds('q', '$2')} ORDER BY a.state = 'closed' DESC LIMIT 1`,
    [personId, file],
  )
  return found ?? null
}

/**
 * Whether somebody sent it, or may read a question that has it: published, in a version of it, or in the draft. From the
 * few that have it to who may read them, so that no bank is too large.
 */
async function staffMaySee(personId: string, file: string): Promise<boolean> {
  const [found] = await query<{ seen: boolean }>(
    `WITH holder AS MATERIALIZED (
         SELECT question_id, standing <> 'draft' AS open FROM question_card WHERE $3 = ANY (figures)
         UNION SELECT question_id, true FROM question_version v WHERE ${holds('v', '$3')}
         UNION SELECT question_id, false FROM question_draft WHERE strpos(source, $3) > 0)
     SELECT EXISTS (SELECT FROM figure WHERE file = $3 AND person_id = $1) OR EXISTS (
       SELECT FROM holder h JOIN (${allReadable}) r USING (question_id)
       WHERE (h.open OR r.may_edit)
         AND (r.course_id IS NOT NULL OR EXISTS (SELECT FROM person p LEFT JOIN membership m ON m.person_id = p.id
           AND m.role IN ('ta', 'instructor') WHERE p.id = $1 AND (p.administrator OR m.role IS NOT NULL)))) AS seen`,
    [personId, null, file],
  )
  return found?.seen ?? false
}
