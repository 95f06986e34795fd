import { type Query, query } from '../../db/query.ts'
import { notFound } from '../../http/refusal.ts'
import type { Section, StoredPlan } from './plan.ts'

export type ExamState = 'draft' | 'publishing' | 'published' | 'failed'

/** What an exam is now: its plan, and what says how much of it may still be changed. */
export interface ReadPlan {
  slug: string
  plan: Omit<StoredPlan, 'zone'> & { zone: string | null }
  state: ExamState
  revision: number
  attempts: number
  trialOf: string | null
}

type Row = Omit<ReadPlan, 'plan'> & Omit<ReadPlan['plan'], 'sections'> & { questions: PlacedQuestion[] }

interface PlacedQuestion {
  slug: string
  points: number | null
  section: (Omit<Section, 'questions'> & { id: string }) | null
}

/** Questions by their places: those that stand together in one section are one. */
function inSections(questions: readonly PlacedQuestion[]): Section[] {
  const sections: Section[] = []
  let last: string | null | undefined
  for (const { slug, points, section } of questions) {
    const id = section?.id ?? null
    if (id !== last || sections.length === 0) {
      const { title = '', instructions = '', pick = null, shuffle = false } = section ?? {}
      sections.push({ title, instructions, pick, shuffle, questions: [] })
      last = id
    }
    sections.at(-1)?.questions.push({ slug, points })
  }
  return sections
}

/** Sections that hold no question yet, where they were put. */
function withEmpty(
  read: Section[],
  all: readonly (Omit<Section, 'questions'> & { first: number | null })[],
): Section[] {
  const sections = [...read]
  for (const [place, { first, ...section }] of all.entries())
    if (first === null) sections.splice(Math.min(place, sections.length), 0, { ...section, questions: [] })
  return sections.length > 0 ? sections : [{ title: '', instructions: '', pick: null, shuffle: false, questions: [] }]
}

/** The exam as it is stored; `lock` holds it until the transaction ends, so that no attempt begins meanwhile. */
export async function readPlan(examId: string, run: Query = query, lock = false): Promise<ReadPlan> {
  // by itself: what is counted below is to be counted after the wait for it
  if (lock) await run('SELECT FROM exam WHERE id = $1 FOR UPDATE', [examId])
  const [row] = await run<Row & { sections: (Omit<Section, 'questions'> & { first: number | null })[] }>(
    `SELECT e.slug, e.title, e.instructions, e.mode, e.zone, iso(e.opens_at) AS "opensAt", iso(e.closes_at) AS "closesAt",
       e.duration_seconds AS "durationSeconds", e.sync_grace_seconds AS "syncGraceSeconds",
       e.attempts_allowed AS "attemptsAllowed", e.attempt_counts AS "attemptCounts", e.checks_allowed AS "checksAllowed",
       e.navigation, e.release_policy AS release, nullif(e.release_plan->'shows', 'null') AS shows,
       e.release_plan->>'releaseAt' AS "releaseAt", e.release_plan->>'requestsUntil' AS "requestsUntil",
       (e.release_plan->>'requestsAtMost')::int AS "requestsAtMost", e.state, e.revision, e.trial_of AS "trialOf",
       (SELECT count(*) FROM attempt WHERE exam_id = e.id)::int AS attempts,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', q.slug, 'points', CASE WHEN NOT q.own_points THEN q.points END,
           'section', CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'title', s.title,
             'instructions', s.instructions, 'pick', s.pick, 'shuffle', s.shuffle) END) ORDER BY q.position), '[]')
         FROM exam_question q LEFT JOIN exam_section s ON s.id = q.section_id WHERE q.exam_id = e.id) AS questions,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('title', s.title, 'instructions', s.instructions, 'pick', s.pick,
           'shuffle', s.shuffle, 'first', (SELECT min(position) FROM exam_question WHERE section_id = s.id))
           ORDER BY s.position), '[]')
         FROM exam_section s WHERE s.exam_id = e.id) AS sections
     FROM exam e WHERE e.id = $1`,
    [examId],
  )
  if (!row) throw notFound()
  const { slug, state, revision, attempts, trialOf, questions, sections, ...plan } = row
  const filled = withEmpty(inSections(questions), sections)
  return { slug, state, revision, attempts, trialOf, plan: { ...plan, sections: filled } }
}
