import type { Query } from '../db/query.ts'
import type { Section, StoredPlan } from './plan/plan.ts'
import { nothingPlanned, type ReleasePlan, releasePlanColumn } from './plan/release-plan.ts'
import { storeQuestions } from './plan/store-questions.ts'

type Rules = Pick<StoredPlan, 'attemptsAllowed' | 'attemptCounts' | 'checksAllowed' | 'navigation' | 'sections'> &
  ReleasePlan

export interface NewExam extends Partial<Rules> {
  slug: string
  title: string
  instructions: string
  mode: 'exam' | 'quiz'
  zone?: string | null
  opensAt: string | null
  closesAt: string | null
  durationSeconds: number | null
  /** null: as usual */
  syncGraceSeconds?: number | null
  release: 'at-once' | 'by-staff'
  /** where it has no sections; points null: what the question's own fields add up to, known when it is published */
  questions: Section['questions']
}

/** Stores a draft; null where the course has an exam of this slug. */
export async function storeExam(query: Query, courseId: string, exam: NewExam): Promise<string | null> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO exam (course_id, slug, title, instructions, mode, opens_at, closes_at, duration_seconds, release_policy,
       sync_grace_seconds, attempts_allowed, attempt_counts, checks_allowed, navigation, zone,
       release_plan)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, 120), $11, $12, $13, $14, $15, $16)
     ON CONFLICT (course_id, slug) DO NOTHING RETURNING id`,
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
      exam.attemptsAllowed === undefined ? 1 : exam.attemptsAllowed,
      exam.attemptCounts ?? 'last',
      exam.mode === 'quiz' ? (exam.checksAllowed === undefined ? 0 : exam.checksAllowed) : 0,
      exam.navigation ?? 'free',
      exam.zone ?? null,
      releasePlanColumn({ ...nothingPlanned, ...exam }),
    ],
  )
  if (!row) return null
  const plain = { title: '', instructions: '', pick: null, shuffle: false, questions: exam.questions }
  await storeQuestions(query, row.id, exam.sections ?? [plain])
  return row.id
}
