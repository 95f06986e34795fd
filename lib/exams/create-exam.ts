import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { slug } from '../http/slug.ts'
import { zoneName } from '../time/entered-time.ts'
import { duration, instructions, rules, sections, title } from './plan/plan.ts'
import { storeExam } from './store-exam.ts'

export const createExamBody = z
  .strictObject({
    slug,
    title,
    instructions: instructions.default(''),
    mode: rules.mode.default('exam'),
    opensAt: z.iso.datetime({ offset: true }).nullable().default(null),
    closesAt: z.iso.datetime({ offset: true }).nullable().default(null),
    zone: zoneName.optional(),
    durationSeconds: duration.default(null),
    syncGraceSeconds: rules.syncGraceSeconds.nullable().default(null),
    release: rules.release.default('by-staff'),
    attemptsAllowed: rules.attemptsAllowed.default(1),
    attemptCounts: rules.attemptCounts.default('last'),
    checksAllowed: rules.checksAllowed.default(0),
    navigation: rules.navigation.default('free'),
    /** in place of questions */
    sections: sections.optional(),
    questions: z
      .array(z.strictObject({ slug, points: z.number().positive().max(1_000).nullable().default(null) }))
      .max(100)
      .refine(
        (list) => new Set(list.map((question) => question.slug)).size === list.length,
        'A question may occur once.',
      )
      .default([]),
  })
  .refine((exam) => !exam.opensAt || !exam.closesAt || Date.parse(exam.opensAt) < Date.parse(exam.closesAt), {
    path: ['closesAt'],
    message: 'The exam must close after it opens.',
  })
export type CreateExamBody = z.input<typeof createExamBody>

/** A new exam, as a draft: students see it when it is published. */
export async function createExam(
  principal: Principal | null,
  courseId: string,
  given: CreateExamBody,
): Promise<{ examId: string }> {
  await requireRole(principal, courseId, ['instructor'])
  const exam = parse(createExamBody, given)
  const examId = await inTransaction((query) => storeExam(query, courseId, exam))
  if (!examId) throw new Refusal(409, 'exists', 'The course has an exam of this name already.', { field: 'slug' })
  return { examId }
}
