import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireStaffAnywhere } from '../../auth/require.ts'
import { inTransaction, type Query, query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { invalid, notFound, Refusal } from '../../http/refusal.ts'
import { requireQuestion } from '../require-question.ts'
import { versionHash } from './params.ts'
import { reviewRule } from './review-rule.ts'
import { type KnownVersion, knownVersion } from './texts.ts'

export const reviewBody = z
  .strictObject({
    version: versionHash,
    what: z.enum(['asked', 'approved', 'changes']),
    /** whom it is asked of; null: anybody who may */
    reviewerId: z.uuid().nullable().default(null),
    note: z.string().trim().max(10_000).default(''),
  })
  .refine(({ what, reviewerId }) => what === 'asked' || reviewerId === null, {
    path: ['reviewerId'],
    message: 'Only a review that is asked for is asked of somebody.',
  })

/** Who wrote a version: who kept it, and who had saved the draft that it was made of. */
async function authorsOf(run: Query, versionId: string): Promise<string[]> {
  const rows = await run<{ id: string }>(
    `SELECT DISTINCT w.id FROM question_history h
     CROSS JOIN LATERAL unnest(ARRAY[h.person_id::text, h.details->>'written']) AS w(id)
     WHERE h.question_version_id = $1 AND h.what IN ('version', 'imported') AND w.id IS NOT NULL`,
    [versionId],
  )
  return rows.map(({ id }) => id)
}

/** Those who may review a version: whoever may edit the question and did not write it. */
async function candidates(run: Query, questionId: string | null, authors: readonly string[]) {
  return run<{ id: string; name: string }>(
    `SELECT p.id, p.name FROM person p WHERE p.id <> ALL ($2::uuid[]) AND (
       EXISTS (SELECT FROM question_right r JOIN membership m USING (course_id)
         WHERE r.question_id = $1 AND r."right" IN ('own', 'edit') AND m.person_id = p.id AND m.role IN ('ta', 'instructor'))
       OR p.administrator AND EXISTS (SELECT FROM question q WHERE q.id = $1 AND q.course_id IS NULL))
     ORDER BY p.name, p.id LIMIT 200`,
    [questionId, authors],
  )
}

export interface ReviewEvent {
  what: 'asked' | 'approved' | 'changes'
  by: string
  reviewer: string | null
  note: string
  at: string
}

export interface VersionReview {
  events: ReviewEvent[]
  /** wrote it, and so cannot approve it */
  byMe: boolean
  /** the course publishes nothing that no second author has approved */
  required: boolean
  /** whom a review can be asked of */
  reviewers: { id: string; name: string }[]
}

/** What was asked and said of a version, oldest first, for those who work on the question. */
export async function versionReview(
  principal: Principal | null,
  slug: string,
  version: string,
): Promise<VersionReview> {
  const { personId, questionId, courseId } = await requireQuestion(principal, slug, 'edit')
  const known = await knownVersion(slug, version)
  if (!known) throw notFound()
  const authors = await authorsOf(query, known.id)
  const [events, required, reviewers] = await Promise.all([
    query<ReviewEvent>(
      `SELECT r.what, p.name AS by, o.name AS reviewer, r.note, iso(r.created_at) AS at FROM question_review r
       JOIN person p ON p.id = r.person_id LEFT JOIN person o ON o.id = r.reviewer_id
       WHERE r.question_version_id = $1 ORDER BY r.id`,
      [known.id],
    ),
    reviewRule(query, courseId),
    candidates(query, questionId, authors),
  ])
  return { events, byMe: authors.includes(personId), required, reviewers }
}

async function requireReviewer(run: Query, questionId: string | null, { id }: KnownVersion, reviewerId: string) {
  const may = await candidates(run, questionId, await authorsOf(run, id))
  if (!may.some((person) => person.id === reviewerId))
    throw invalid('This person cannot review it: who wrote a version does not, nor who may not edit it.', 'reviewerId')
}

/** Asks for a review of a version, approves it or wants changes. Who wrote it can do neither of the last two. */
export async function sayOfVersion(
  principal: Principal | null,
  slug: string,
  given: z.input<typeof reviewBody>,
): Promise<{ id: number }> {
  const { personId, questionId } = await requireQuestion(principal, slug, 'edit')
  const { version, what, reviewerId, note } = parse(reviewBody, given)
  const known = await knownVersion(slug, version)
  if (!known) throw notFound()
  if (what === 'changes' && note === '') throw invalid('Say what is to be changed.', 'note')
  return inTransaction(async (run) => {
    await run('SELECT FROM question WHERE id = $1 FOR NO KEY UPDATE', [questionId])
    if (what !== 'asked' && (await authorsOf(run, known.id)).includes(personId))
      throw new Refusal(409, 'own-version', 'You wrote this version: somebody else reviews it.')
    if (reviewerId !== null) await requireReviewer(run, questionId, known, reviewerId)
    const [made] = await run<{ id: number }>(
      `INSERT INTO question_review (question_id, question_version_id, what, person_id, reviewer_id, note)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id::int`,
      [questionId, known.id, what, personId, reviewerId, note],
    )
    return made as { id: number }
  })
}

export interface WaitingReview {
  slug: string
  title: string
  version: string
  askedBy: string
  at: string
}

/** Versions that somebody asked this person, or anybody, to review, and on which nobody has said a word since. */
export async function reviewsWaiting(principal: Principal | null): Promise<WaitingReview[]> {
  const { personId } = await requireStaffAnywhere(principal)
  return query<WaitingReview>(
    `SELECT q.slug, v.title, v.version, p.name AS "askedBy", iso(r.created_at) AS at
     FROM (SELECT DISTINCT ON (question_version_id) * FROM question_review ORDER BY question_version_id, id DESC) r
     JOIN question_version v ON v.id = r.question_version_id JOIN question q ON q.id = r.question_id JOIN person p ON p.id = r.person_id
     WHERE r.what = 'asked' AND r.person_id <> $1 AND coalesce(r.reviewer_id, $1) = $1 AND q.archived_at IS NULL
       AND NOT EXISTS (SELECT FROM question_history h WHERE h.question_version_id = v.id AND h.what IN ('version', 'imported')
         AND $1::text IN (h.person_id::text, h.details->>'written'))
       AND (EXISTS (SELECT FROM question_right g JOIN membership m USING (course_id) WHERE g.question_id = q.id
           AND g."right" IN ('own', 'edit') AND m.person_id = $1 AND m.role IN ('ta', 'instructor'))
         OR q.course_id IS NULL AND EXISTS (SELECT FROM person a WHERE a.id = $1 AND a.administrator))
     ORDER BY r.id LIMIT 100`,
    [personId],
  )
}
