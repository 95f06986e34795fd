import { z } from 'zod'
import { slug } from '../../http/slug.ts'
import { shows } from '../../release/shows.ts'
import { enteredTime, zoneName } from '../../time/entered-time.ts'
import type { ReleasePlan } from './release-plan.ts'

export const title = z.string().trim().min(1, 'Give the exam a title.').max(200)
export const instructions = z.string().max(20_000)
export const duration = z
  .number()
  .int()
  .min(60, 'Give at least a minute.')
  .max(30 * 86_400, 'Give 30 days at most.')
  .nullable()

const question = z.strictObject({
  slug,
  /** null: what its own fields add up to */
  points: z
    .number()
    .min(0.01, 'Points are more than nought.')
    .max(1_000, 'A question is worth 1,000 at most.')
    .nullable(),
})

export const section = z.strictObject({
  title: z.string().trim().max(200).default(''),
  instructions: z.string().max(20_000).default(''),
  /** how many of its questions each student gets; null: all */
  pick: z.number().int().min(1).max(100).nullable().default(null),
  /** whether each student has them in an order of their own */
  shuffle: z.boolean().default(false),
  questions: z.array(question).max(100),
})

const slugsOf = (sections: readonly z.output<typeof section>[]) =>
  sections.flatMap(({ questions }) => questions.map((one) => one.slug))

export const sections = z
  .array(section)
  .max(50, 'An exam has 50 sections at most.')
  .refine((all) => slugsOf(all).length <= 100, 'An exam has 100 questions at most.')
  .refine((all) => new Set(slugsOf(all)).size === slugsOf(all).length, 'A question may occur once.')

/** How an exam is sat. */
export const rules = {
  mode: z.enum(['exam', 'quiz']),
  /** null: as many as one likes */
  attemptsAllowed: z.number().int().min(1).max(1_000).nullable(),
  attemptCounts: z.enum(['last', 'best']),
  /** in a quiz, of each question; null: as many as one likes */
  checksAllowed: z.number().int().min(0).max(1_000).nullable(),
  navigation: z.enum(['free', 'forward']),
  syncGraceSeconds: z.number().int().min(0).max(86_400),
  release: z.enum(['at-once', 'by-staff']),
}

/** An exam as it is built: all of it at once. */
export const planBody = z.strictObject({
  title,
  instructions,
  ...rules,
  zone: zoneName,
  opens: enteredTime,
  closes: enteredTime,
  durationSeconds: duration,
  /** what is shown of the results; null: as usual */
  shows: shows.nullable().default(null),
  /** when staff release: the time that is set for it before; null: none */
  resultsAt: enteredTime.default(null),
  /** until when another look may be asked for, and about how many parts; null: not at all, about all */
  askUntil: enteredTime.default(null),
  requestsAtMost: z.number().int().min(1).max(1_000).nullable().default(null),
  sections: sections.min(1),
})
export type PlanBody = z.input<typeof planBody>

/** What no exam exceeds, wherever it comes from. */
export const planLimits = z.object({ title, instructions, sections })

export type Section = z.output<typeof section>

/** The same with instants in place of local times: what is stored. */
export interface StoredPlan
  extends Omit<z.output<typeof planBody>, 'opens' | 'closes' | 'resultsAt' | 'askUntil'>,
    ReleasePlan {
  opensAt: string | null
  closesAt: string | null
}

/** One list of questions and nothing said of it: such an exam has no sections. */
export function isPlain(all: readonly Section[]): boolean {
  const [only] = all
  return (
    all.length === 1 && !!only && only.title === '' && only.instructions === '' && only.pick === null && !only.shuffle
  )
}
