import type { Query } from '../../db/query.ts'
import { Refusal } from '../../http/refusal.ts'
import { isPlain, type Section } from './plan.ts'

/**
 * Puts the questions of an exam into these sections. A question that stays keeps its row, and with it what hangs on it;
 * one that leaves is taken out. Points that are the question's own are known when it is published.
 */
export async function storeQuestions(query: Query, examId: string, sections: readonly Section[]): Promise<void> {
  const slugs = sections.flatMap(({ questions }) => questions.map(({ slug }) => slug))
  await takeOut(query, examId, slugs)
  // places are unique: those that stay make room first
  await query('UPDATE exam_question SET position = -position, section_id = NULL WHERE exam_id = $1', [examId])
  await query('DELETE FROM exam_section WHERE exam_id = $1', [examId])
  const ids = isPlain(sections) ? [null] : await storeSections(query, examId, sections)
  const rows = sections.flatMap(({ questions }, place) =>
    questions.map((question) => ({ ...question, section: ids[place] ?? null })),
  )
  await query(
    `INSERT INTO exam_question (exam_id, position, slug, points, own_points, section_id)
     SELECT $1, q.place, q.slug, coalesce(q.points, 0), q.points IS NULL, q.section
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (slug text, points float8, section uuid))
       WITH ORDINALITY AS q(slug, points, section, place)
     ON CONFLICT (exam_id, slug) DO UPDATE SET position = excluded.position, section_id = excluded.section_id,
       points = CASE WHEN excluded.own_points AND exam_question.own_points THEN exam_question.points ELSE excluded.points END,
       own_points = excluded.own_points, state = 'waiting', problem = NULL`,
    [examId, JSON.stringify(rows)],
  )
}

/** Takes out whatever is not among these. What people have written about one of them holds it. */
async function takeOut(query: Query, examId: string, stay: readonly string[]): Promise<void> {
  try {
    await query('DELETE FROM exam_question WHERE exam_id = $1 AND slug <> ALL ($2)', [examId, stay])
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== '23503' && code !== '23001') throw error
    throw new Refusal(409, 'in-use', 'A question that was taken out has a rubric or an announcement. Put it back.')
  }
}

async function storeSections(query: Query, examId: string, sections: readonly Section[]): Promise<string[]> {
  const rows = await query<{ id: string; position: number }>(
    `INSERT INTO exam_section (exam_id, position, title, instructions, pick, shuffle)
     SELECT $1, s.place, s.title, s.instructions, s.pick, s.shuffle
     FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (title text, instructions text, pick int, shuffle boolean))
       WITH ORDINALITY AS s(title, instructions, pick, shuffle, place)
     RETURNING id, position`,
    [examId, JSON.stringify(sections.map(({ questions: _, ...section }) => section))],
  )
  return rows.toSorted((a, b) => a.position - b.position).map(({ id }) => id)
}
