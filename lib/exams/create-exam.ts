import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { inTransaction } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { storeExam } from './store-exam.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')
  .max(80)

export const createExamBody = z
  .strictObject({
    slug,
    title: z.string().trim().min(1).max(200),
    instructions: z.string().max(20_000).default(''),
    mode: z.enum(['exam', 'quiz']).default('exam'),
    opensAt: z.iso.datetime({ offset: true }).nullable().default(null),
    closesAt: z.iso.datetime({ offset: true }).nullable().default(null),
    durationSeconds: z
      .number()
      .int()
      .min(60)
      .max(30 * 86_400)
      .nullable()
      .default(null),
    syncGraceSeconds: z.number().int().min(0).max(86_400).nullable().default(null),
    release: z.enum(['at-once', 'by-staff']).default('by-staff'),
    questions: z
      .array(z.strictObject({ slug, points: z.number().positive().max(1_000).nullable().default(null) }))
      .min(1)
      .max(100)
      .refine(
        (list) => new Set(list.map((question) => question.slug)).size === list.length,
        'A question may occur once.',
      ),
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
