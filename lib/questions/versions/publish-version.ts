import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { figureFiles, missingFigures } from '../figures/stored-figures.ts'
import { requireQuestion } from '../require-question.ts'
import { auditStanding } from './audit-standing.ts'
import { versionHash } from './params.ts'
import { reviewRule } from './review-rule.ts'
import { reviewStanding } from './review-standing.ts'
import { knownVersion } from './texts.ts'

export const publishBody = z.strictObject({ version: versionHash, note: z.string().trim().max(2_000).default('') })
export const withdrawBody = z.strictObject({ note: z.string().trim().max(2_000).default('') })

const refused = (code: string, message: string) => new Refusal(409, code, message)
const figuresMissing = (files: readonly string[]) =>
  new Refusal(409, 'figures-missing', `There is no picture ${files.join(', ')} here.`, { details: { files } })

interface Event {
  questionId: string
  versionId: string | null
  reportId: string | null
  personId: string
  note: string
}

async function note(run: Query, what: 'published' | 'withdrawn', event: Event) {
  await run(
    `INSERT INTO question_history (question_id, what, question_version_id, audit_report_id, person_id, note)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [event.questionId, what, event.versionId, event.reportId, event.personId, event.note],
  )
}

/** The version that is published, under the question's lock: who publishes and withdraws does it one after the other. */
async function lockPublished(run: Query, questionId: string): Promise<string | null> {
  await run('SELECT FROM question WHERE id = $1 FOR NO KEY UPDATE', [questionId])
  const [row] = await run<{ id: string }>(
    'SELECT question_version_id AS id FROM question_published WHERE question_id = $1',
    [questionId],
  )
  return row?.id ?? null
}

/**
 * Gives a version to exams from now on: those that are published already keep the version they have. It needs its pictures,
 * a sound audit of exactly that version, and where its course asks for it the approval of a second author.
 */
export async function publishVersion(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof publishBody>,
): Promise<{ version: string }> {
  const { personId, questionId, courseId } = await requireQuestion(principal, slug, 'publish')
  const { version, note: says } = parse(publishBody, given)
  const known = await knownVersion(slug, version)
  if (!questionId || !known) throw notFound()
  const missing = await missingFigures(figureFiles(known))
  if (missing.length > 0) throw figuresMissing(missing)
  return inTransaction(async (run) => {
    if ((await lockPublished(run, questionId)) === known.id) return { version }
    const audit = await auditStanding(run, slug, version)
    if (!audit) throw refused('audit-missing', 'This version has not been audited yet.')
    if (!audit.sound) throw refused('audit-unsound', 'The audit found something in this version that is not sound.')
    if ((await reviewRule(run, courseId)) && (await reviewStanding(run, known.id)) !== 'approved')
      throw refused(
        'review-missing',
        'The course asks for the approval of a second author before a question is published.',
      )
    await note(run, 'published', { questionId, versionId: known.id, reportId: audit.reportId, personId, note: says })
    return { version }
  })
}

/** Takes back what is published: exams that are published later do not get it. A file of the house counts again then. */
export async function withdrawQuestion(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof withdrawBody>,
): Promise<{ published: null }> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'publish')
  const { note: says } = parse(withdrawBody, given)
  if (questionId === null) throw notFound()
  await inTransaction(async (run) => {
    const versionId = await lockPublished(run, questionId)
    if (versionId) await note(run, 'withdrawn', { questionId, versionId, reportId: null, personId, note: says })
  })
  return { published: null }
}
