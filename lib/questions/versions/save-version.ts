import { z } from 'zod'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { figureFiles, missingFigures } from '../figures/stored-figures.ts'
import { requireQuestion } from '../require-question.ts'
import { draftConflict, standingDraft } from './save-draft.ts'
import { readText } from './texts.ts'

export const versionBody = z.strictObject({
  /** of the draft that is meant */
  revision: z.int().min(1),
  /** what is new in it */
  note: z.string().trim().max(2_000).default(''),
})

export interface SavedVersion {
  version: string
  /** false: this text was a version already */
  saved: boolean
  /** pictures that it names and that nobody has put here: it cannot be published without them */
  missingFigures: string[]
}

export interface NewVersion {
  version: string
  title: string
  source: string
  definition: unknown
}

/** The id of a version, stored where it is new. */
export async function storeText(run: Query, questionId: string, { version, title, source, definition }: NewVersion) {
  await run(
    `INSERT INTO question_version (question_id, version, title, source, definition) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (question_id, version) DO NOTHING`,
    [questionId, version, title, source, JSON.stringify(definition)],
  )
  const [row] = await run<{ id: string; kept: boolean }>(
    `SELECT v.id, EXISTS (SELECT FROM question_history h WHERE h.question_version_id = v.id) AS kept
     FROM question_version v WHERE v.question_id = $1 AND v.version = $2`,
    [questionId, version],
  )
  return row as { id: string; kept: boolean }
}

/** Keeps the draft as a version: what it says now, by whom, with a note. It must be readable as a question. */
export async function saveVersion(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof versionBody>,
): Promise<SavedVersion> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const { revision, note } = parse(versionBody, given)
  const draft = questionId === null ? undefined : await standingDraft(query, questionId)
  if (!draft || questionId === null) throw notFound()
  if (draft.revision !== revision) throw draftConflict(draft, draft.source)
  const { source } = draft
  const read = await readText(slug, source)
  if (!read.ok) {
    const [first] = read.problems
    const message = `Line ${first?.line ?? 1}: ${first?.message ?? 'it cannot be read.'}`
    throw new Refusal(422, 'unreadable', message, { details: { problems: read.problems } })
  }
  const missing = await missingFigures(figureFiles(read.definition as QuestionDefinition))
  return inTransaction(async (run) => {
    // one after the other: the same text is one version, noted once
    await run('SELECT FROM question WHERE id = $1 FOR NO KEY UPDATE', [questionId])
    const { id, kept } = await storeText(run, questionId, { ...read, source })
    if (!kept)
      await run(
        `INSERT INTO question_history (question_id, what, question_version_id, person_id, note, details)
         VALUES ($1, 'version', $2, $3, $4, $5)`,
        [questionId, id, personId, note, JSON.stringify({ written: draft.personId })],
      )
    await run('UPDATE question_draft SET based_on = $2 WHERE question_id = $1 AND revision = $3', [
      questionId,
      id,
      revision,
    ])
    return { version: read.version, saved: !kept, missingFigures: missing }
  })
}
