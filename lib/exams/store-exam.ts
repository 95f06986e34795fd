import type { Query } from '../db/query.ts'

export interface NewExam {
  slug: string
  title: string
  instructions: string
  mode: 'exam' | 'quiz'
  opensAt: string | null
  closesAt: string | null
  durationSeconds: number | null
  /** null: as usual */
  syncGraceSeconds?: number | null
  release: 'at-once' | 'by-staff'
  /** points null: what the question's own fields add up to, known when it is published */
  questions: { slug: string; points: number | null }[]
}

/** Stores a draft; null where the course has an exam of this slug. */
export async function storeExam(query: Query, courseId: string, exam: NewExam): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO exam (course_id, slug, title, instructions, mode, opens_at, closes_at, duration_seconds, release_policy,
       sync_grace_seconds)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, 120)) ON CONFLICT (course_id, slug) DO NOTHING RETURNING id`,
    [
      courseId,
      exam.slug,
      exam.title,
      exam.instructions,
      exam.mode,
      exam.opensAt,
      exam.closesAt,
      exam.durationSeconds,
      exam.release,
      exam.syncGraceSeconds ?? null,
    ],
  )
  if (!row) return null
  await query(
    `INSERT INTO exam_question (exam_id, position, slug, points, own_points)
     SELECT $1, q.place, q.slug, coalesce(q.points, 0), q.points IS NULL
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (slug text, points float8)) WITH ORDINALITY AS q(slug, points, place)`,
    [row.id, JSON.stringify(exam.questions)],
  )
  return row.id
}
