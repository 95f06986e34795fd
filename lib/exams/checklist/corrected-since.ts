import { query } from '../../db/query.ts'

/** A question of an exam of which another version is published than the one the exam has. */
export interface Corrected {
  slug: string
  title: string
}

/** What of an exam's questions was corrected since it was published; of a file of the house what was last seen of it. */
export async function correctedSince(examId: string): Promise<Corrected[]> {
  return query<Corrected>(
    `SELECT q.slug, coalesce(c.title, v.title) AS title
     FROM exam_question q JOIN question_version v ON v.id = q.question_version_id JOIN question b ON b.id = v.question_id
     LEFT JOIN question_published p ON p.question_id = b.id LEFT JOIN question_card c ON c.question_id = b.id
     WHERE q.exam_id = $1 AND (p.question_version_id <> v.id
       OR p.question_version_id IS NULL AND c.standing = 'file' AND c.version <> v.version)
     ORDER BY q.position`,
    [examId],
  )
}
