import { z } from 'zod'
import { questionSlug } from '../questions/preview-question.ts'

/** A text that is being written. What it is called matters to nothing but its reports. */
const text = {
  source: z.string().max(200_000, 'A question file has at most 200,000 characters.'),
  slug: questionSlug.default('untitled'),
}
/** One of an author's editors: a newer request replaces those of the same one that still wait. */
const tab = { tab: z.string().max(40).default('') }
const place = z.number().int().min(1).max(1_000_000)
const seed = z.string().min(1).max(100)
/** by the name of the field, as students' are sent */
const answers = z.record(z.string().max(60), z.unknown())

export const checkBody = z.strictObject({ ...text, ...tab })
export const completeBody = z.strictObject({ ...text, ...tab, line: place, column: place })
export const previewBody = z.strictObject({ ...text, ...tab, seed, answers: answers.optional() })
export const gradeBody = z.strictObject({ ...text, ...tab, seed, answers })
export const smallAuditBody = z.strictObject({ ...text, ...tab })
export const fullAuditBody = z.strictObject({ source: text.source, slug: questionSlug.nullable().default(null) })
export const auditParams = z.strictObject({ auditId: z.uuid() })

/** What the desk does, each with what it is told. */
export const deskWork = {
  language: z.strictObject({}),
  check: checkBody,
  complete: completeBody,
  preview: previewBody,
  grade: gradeBody,
  audit: smallAuditBody,
} as const

export type DeskWork = keyof typeof deskWork
