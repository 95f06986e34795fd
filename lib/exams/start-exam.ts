import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { slug } from '../http/slug.ts'
import { slugAfter } from '../http/slug-after.ts'
import { rules, title } from './plan/plan.ts'
import { type NewExam, storeExam } from './store-exam.ts'

export const startExamBody = z.strictObject({
  title,
  mode: rules.mode,
  /** as it is called in files and addresses; absent: after its title */
  slug: slug.optional(),
})

/** Stores a draft under its name or, where that is taken, under the name with a number or a word of chance behind it. */
export async function storeAside(run: Query, courseId: string, exam: NewExam): Promise<string> {
  const numbered = Array.from({ length: 8 }, (_, k) => (k === 0 ? exam.slug : `${exam.slug}-${k + 1}`))
  for (const slug of [...numbered, `${exam.slug}-${randomUUID().slice(0, 8)}`]) {
    const examId = await storeExam(run, courseId, { ...exam, slug })
    if (examId) return examId
  }
  throw new Refusal(409, 'exists', 'The course has an exam of this name already.', { field: 'slug' })
}

/** Begins an exam: a draft without questions, and an hour's time if it is no quiz. */
export async function startExam(
  principal: Principal | null,
  courseId: string,
  given: z.input<typeof startExamBody>,
): Promise<{ examId: string }> {
  await requireRole(principal, courseId, ['instructor'])
  const { title, mode, slug } = parse(startExamBody, given)
  const [course] = await query<{ zone: string | null }>('SELECT zone FROM course WHERE id = $1', [courseId])
  const quiz = mode === 'quiz'
  const examId = await inTransaction((run) =>
    storeAside(run, courseId, {
      slug: slug ?? slugAfter(title, 'exam'),
      title,
      instructions: '',
      mode,
      opensAt: null,
      closesAt: null,
      zone: course?.zone ?? null,
      durationSeconds: quiz ? null : 3_600,
      release: quiz ? 'at-once' : 'by-staff',
      attemptsAllowed: quiz ? null : 1,
      attemptCounts: quiz ? 'best' : 'last',
      checksAllowed: quiz ? null : 0,
      questions: [],
    }),
  )
  return { examId }
}
