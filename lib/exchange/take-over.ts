import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { Refusal } from '../http/refusal.ts'
import { keepOrigin } from '../questions/files/keep-origin.ts'
import { questionSlug } from '../questions/preview-question.ts'
import { startQuestion } from '../questions/versions/start-question.ts'
import { questionText } from '../questions/versions/texts.ts'
import { foreignFormats } from './report.ts'

export const takeOverBody = z.strictObject({
  courseId: z.uuid(),
  format: z.enum(foreignFormats),
  /** the name of the file that they come from */
  file: z.string().max(200),
  questions: z
    .array(z.strictObject({ slug: questionSlug, source: questionText, notes: z.array(z.string().max(1_000)).max(100) }))
    .min(1)
    .max(50),
})

type Given = z.infer<typeof takeOverBody>

export interface TakenOver {
  /** `there`: the course has a question of this name with this very text */
  taken: { asked: string; slug: string; what: 'new' | 'there' }[]
}

const mostNames = 50

/** Makes drafts of a course of questions that were read from a foreign file. Doing it again makes nothing twice. */
export async function takeOver(principal: Principal | null, given: Given): Promise<TakenOver> {
  const { courseId, format, file, questions } = parse(takeOverBody, given)
  const { personId } = await requireRole(principal, courseId, ['ta', 'instructor'])
  const taken: TakenOver['taken'] = []
  for (const question of questions) {
    const { slug, what } = await oneQuestion(principal, courseId, question)
    if (what === 'new') await keepOrigin(personId, slug, question.source, { format, file, notes: question.notes })
    taken.push({ asked: question.slug, slug, what })
  }
  return { taken }
}

/** The first name that is free; the same text under one of them is there already. */
async function oneQuestion(
  principal: Principal | null,
  courseId: string,
  { slug, source }: Given['questions'][number],
) {
  for (let n = 1; n <= mostNames; n++) {
    const name = n === 1 ? slug : `${slug.slice(0, 70)}-${n}`
    const [known] = await query<{ same: boolean }>(
      `SELECT q.course_id = $2 AND coalesce(d.source = $3, false) AS same
       FROM question q LEFT JOIN question_draft d ON d.question_id = q.id WHERE q.slug = $1`,
      [name, courseId, source],
    )
    if (known?.same) return { slug: name, what: 'there' as const }
    if (known) continue
    try {
      await startQuestion(principal, { slug: name, courseId, source })
      return { slug: name, what: 'new' as const }
    } catch (error) {
      // a file of the bank, a page, or somebody else a moment ago
      if (!(error instanceof Refusal) || (error.code !== 'taken' && error.code !== 'invalid')) throw error
    }
  }
  throw new Refusal(409, 'taken', `There are too many questions called “${slug}”.`)
}
