import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'

/** A heading above the question of that number, and what its author says of those under it. */
export interface PaperSection {
  first: number
  title: string
  instructions: string
}

/** All of a paper that is not a question. */
export interface PaperFrame {
  exam: { id: string; title: string; instructions: string; mode: 'exam' | 'quiz' }
  /** number of the first question that is given here */
  first: number
  /** how many the whole paper has */
  count: number
  /** one question at a time, and none again */
  forward: boolean
  /** how often each question may be checked while it is sat; 0: not at all, null: as often as one likes */
  checks: number | null
  sections: PaperSection[]
}

export interface Place {
  variantId: string
  points: number
}

type Row = Omit<PaperFrame, 'exam' | 'first' | 'sections'> & {
  exam: PaperFrame['exam']
  reached: number | null
  sections: PaperSection[] | null
  places: Place[] | null
}

/** The paper of an attempt without its questions, and which these are: where they are sat one at a time, the one it is at. */
export async function paperFrame(attemptId: string): Promise<{ frame: PaperFrame; places: Place[] }> {
  const [row] = await query<Row>(
    `WITH place AS MATERIALIZED (SELECT * FROM attempt_places($1))
     SELECT jsonb_build_object('id', e.id, 'title', e.title, 'instructions', e.instructions, 'mode', e.mode) AS exam,
       a.reached, a.reached IS NOT NULL AS forward, (SELECT count(*)::int FROM place) AS count,
       CASE WHEN e.mode = 'quiz' THEN e.checks_allowed ELSE 0 END AS checks,
       (SELECT jsonb_agg(jsonb_build_object('variantId', p.variant_id, 'points', p.points) ORDER BY p.place)
        FROM place p WHERE p.place = coalesce(a.reached, p.place)) AS places,
       (SELECT jsonb_agg(jsonb_build_object('first', s.first, 'title', s.title, 'instructions', s.instructions) ORDER BY s.first)
        FROM (SELECT min(p.place) AS first, s.title, s.instructions FROM place p JOIN exam_section s ON s.id = p.section_id
          WHERE s.title <> '' OR s.instructions <> '' GROUP BY s.id) s
        WHERE s.first <= coalesce(a.reached, s.first)) AS sections
     FROM attempt a JOIN exam e ON e.id = a.exam_id WHERE a.id = $1`,
    [attemptId],
  )
  if (!row) throw notFound()
  const { reached, places, sections, ...frame } = row
  return { frame: { ...frame, first: reached ?? 1, sections: sections ?? [] }, places: places ?? [] }
}
