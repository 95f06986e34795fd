import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { inTransaction, type Query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { versionHash } from './params.ts'
import { diffTexts } from './text-diff.ts'
import { questionText, usedSource } from './texts.ts'

export const draftBody = z.strictObject({
  source: questionText,
  /** the revision that was changed; 0: there was none */
  revision: z.int().min(0),
  /** the version that it was begun from, where it is another one now */
  basedOn: versionHash.optional(),
})

export interface SavedDraft {
  revision: number
  savedAt: string
}

interface StandingDraft {
  source: string
  revision: number
  personId: string
  by: string
  at: string
}

/** The row of a question. A file of the house's bank gets one when somebody first works on it. */
export async function questionRow(run: Query, slug: string, questionId: string | null): Promise<string> {
  if (questionId !== null) return questionId
  const [made] = await run<{ id: string }>(
    'INSERT INTO question (slug) VALUES ($1) ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id',
    [slug],
  )
  return made?.id ?? ''
}

/** The draft as it is now. */
export async function standingDraft(run: Query, questionId: string): Promise<StandingDraft | undefined> {
  const [row] = await run<StandingDraft>(
    `SELECT d.source, d.revision, d.person_id AS "personId", p.name AS by, iso(d.saved_at) AS at
     FROM question_draft d JOIN person p ON p.id = d.person_id WHERE d.question_id = $1`,
    [questionId],
  )
  return row
}

/** Somebody else has saved another text meanwhile. */
export function draftConflict({ source, revision, by, at }: StandingDraft, yours: string): Refusal {
  return new Refusal(409, 'conflict', `${by} has saved another text meanwhile.`, {
    details: { theirs: { source, revision, by, at }, diff: diffTexts(source, yours) },
  })
}

/**
 * Puts a text in place of the draft of the named revision. Another save in between is a conflict, and nothing is written;
 * the same save again, its answer lost, is acknowledged.
 */
export async function writeDraft(
  run: Query,
  questionId: string,
  personId: string,
  { source, revision, basedOn }: z.infer<typeof draftBody>,
): Promise<SavedDraft> {
  const version = '(SELECT id FROM question_version WHERE question_id = $1 AND version = $5)'
  const [saved] = await run<SavedDraft>(
    revision === 0
      ? `INSERT INTO question_draft (question_id, person_id, source, based_on)
         SELECT $1, $2, $3, coalesce(${version}, (SELECT question_version_id FROM question_published WHERE question_id = $1))
         WHERE $4 = 0 ON CONFLICT DO NOTHING RETURNING revision, iso(saved_at) AS "savedAt"`
      : `UPDATE question_draft SET person_id = $2, source = $3, revision = revision + 1, based_on = coalesce(${version}, based_on),
           saved_at = clock_timestamp()
         WHERE question_id = $1 AND revision = $4 RETURNING revision, iso(saved_at) AS "savedAt"`,
    [questionId, personId, source, revision, basedOn ?? null],
  )
  if (saved) return saved
  const now = await standingDraft(run, questionId)
  if (!now) throw notFound()
  const again = now.revision === revision + 1 && now.source === source && now.personId === personId
  if (!again) throw draftConflict(now, source)
  return { revision: now.revision, savedAt: now.at }
}

/** Saves the text of a question that is being worked on. It may be no question yet. */
export async function saveDraft(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof draftBody>,
): Promise<SavedDraft> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const body = parse(draftBody, given)
  // of the house's: only what there is a file of
  if (questionId === null && (await usedSource(slug)) === null) throw notFound()
  return inTransaction(async (run) => writeDraft(run, await questionRow(run, slug, questionId), personId, body))
}
