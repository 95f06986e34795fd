import type { Principal } from '../../auth/principal.ts'
import { requireRole, requireStaffAnywhere } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { Refusal } from '../../http/refusal.ts'
import { askGrader } from '../ask-grader.ts'
import { auditedVersions } from '../stored-audits.ts'
import type { BankAnswer, BankCard } from './bank-card.ts'
import { bankFacets, knownCollections, staffCourses } from './facets.ts'
import { type BankSearch, bankSearch, type ReadBankSearch } from './search-body.ts'
import { visibleQuestions } from './visible.ts'
import { wordsOf } from './words.ts'

export type { BankAnswer, BankCard } from './bank-card.ts'

const pageSize = 50

/** What the asker finds in the bank, a page at a time. */
export async function searchBank(principal: Principal | null, given: BankSearch = {}): Promise<BankAnswer> {
  const { personId } = await requireStaffAnywhere(principal)
  const asked = parse(bankSearch, given)
  if (asked.course) await requireRole(principal, asked.course, ['ta', 'instructor'])
  const stale = await bankIsBehind()
  const [{ entries, total, page }, facets, collections, courses, [me]] = await Promise.all([
    pageFound(personId, asked),
    bankFacets(personId, asked.course ?? null),
    knownCollections(personId, asked.course ?? null),
    staffCourses(personId),
    query<{ administrator: boolean }>('SELECT administrator FROM person WHERE id = $1', [personId]),
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return {
    entries,
    total,
    page,
    pages,
    facets,
    collections,
    courses,
    stale,
    administrator: me?.administrator ?? false,
  }
}

/** Files and drafts that were changed are read first; without the grading process the lists are as they last were. */
async function bankIsBehind(): Promise<boolean> {
  try {
    return (await askGrader<{ behind: boolean }>('/bank/refresh', {})).behind
  } catch (error) {
    if (error instanceof Refusal && error.status === 503) return true
    throw error
  }
}

type Row = Omit<BankCard, 'audit'> & { total: number }

/** In place of a page that there is not any more, the first one. */
async function pageFound(personId: string, asked: ReadBankSearch) {
  const there = await found(personId, asked)
  if (there.total > 0 || asked.page === 1) return { ...there, page: asked.page }
  return { ...(await found(personId, { ...asked, page: 1 })), page: 1 }
}

async function found(personId: string, asked: ReadBankSearch): Promise<{ entries: BankCard[]; total: number }> {
  const { course, q, topic, kind, tag, collection, from, difficulty, used, standing, person, sort, page } = asked
  const words = wordsOf(q).slice(0, 20)
  const rows = await query<Row>(searching, [
    personId,
    course ?? null,
    words,
    topic,
    kind,
    tag,
    collection ?? null,
    from ?? null,
    difficulty ?? null,
    used?.startsWith('not-since:') ? 'not-since' : (used ?? null),
    used?.startsWith('not-since:') ? used.slice('not-since:'.length) : null,
    standing ?? null,
    person ?? null,
    sort ?? usualSort(words, collection),
    pageSize,
    (page - 1) * pageSize,
  ])
  const audited = await auditedVersions(rows.map(({ slug }) => slug))
  const entries = rows.map(({ total: _, ...row }) => ({ ...row, audit: auditOf(audited.get(row.slug), row.version) }))
  return { entries, total: rows[0]?.total ?? 0 }
}

function usualSort(words: readonly string[], collection: string | undefined): NonNullable<ReadBankSearch['sort']> {
  if (words.length > 0) return 'relevance'
  return collection ? 'collection' : 'title'
}

function auditOf(known: { version: string; sound: boolean } | undefined, version: string): BankCard['audit'] {
  if (!known) return 'never'
  if (known.version !== version) return 'outdated'
  return known.sound ? 'sound' : 'unsound'
}

/** Fewer answers than this say nothing about a question, and something about people. */
const fewest = 5
/** So many answers say more than what somebody expected. */
const many = 20

/** Whether a tag `t` is one that the asker sees: of the course asked about, else of any where they are staff. */
const ownTag = `(t.course_id = $2 OR $2::uuid IS NULL AND EXISTS (SELECT FROM membership m
  WHERE m.person_id = $1 AND m.course_id = t.course_id AND m.role IN ('ta', 'instructor')))`

// One statement whatever is asked, so that it stays prepared: first which questions are on the page, with what they are
// chosen and sorted by alone, then what is said of those. What may be seen is put together before anything is chosen of it:
// a plan that is made for whatever may be asked expects a row or none, and joins thousands one by one. $3: words, all of which must begin a word of the text.
const searching = `
  WITH usage AS (
      SELECT x.slug, count(*)::int AS exams, max(coalesce(e.opens_at, e.published_at)) AS last
      FROM exam_question x JOIN exam e ON e.id = x.exam_id
      WHERE e.state = 'published' AND e.trial_of IS NULL GROUP BY x.slug),
    results AS (
      SELECT x.slug, sum(s.answers)::int AS answers, sum(s.facility * s.answers) / sum(s.answers) AS facility,
        sum(s.discrimination * s.answers) / nullif(sum(s.answers) FILTER (WHERE s.discrimination IS NOT NULL), 0) AS discrimination
      FROM question_statistic s JOIN exam_question x ON x.id = s.exam_question_id
      WHERE s.answers > 0 GROUP BY x.slug HAVING sum(s.answers) >= ${fewest}),
    cards AS MATERIALIZED (
      SELECT v.question_id, v.slug, v.course_id, v.person_id, v.best, v.may_edit, v.standing, v.title, v.topics, v.kinds,
        v.problems, v.title_words, v.words, v.changed_at, u.exams, u.last, r.answers, r.facility, r.discrimination,
        CASE WHEN r.answers >= ${many} THEN CASE WHEN r.facility >= 0.75 THEN 'easy' WHEN r.facility < 0.4 THEN 'hard' ELSE 'medium' END
          ELSE d.difficulty END AS difficulty
      FROM (${visibleQuestions}) v
      LEFT JOIN usage u ON u.slug = v.slug
      LEFT JOIN results r ON r.slug = v.slug
      LEFT JOIN question_difficulty d ON d.question_id = v.question_id),
    page AS (
      SELECT c.question_id, c.best, c.may_edit, c.exams, c.last, c.answers, c.facility, c.discrimination, c.difficulty,
        row_number() OVER (ORDER BY
          CASE WHEN $14 = 'relevance' THEN (SELECT count(*) FROM unnest($3::text[]) w WHERE strpos(c.title_words, ' ' || w) > 0)
            END DESC NULLS LAST,
          CASE $14 WHEN 'facility' THEN c.facility WHEN 'discrimination' THEN c.discrimination END NULLS LAST,
          CASE WHEN $14 = 'collection' THEN (SELECT k.position FROM collection_question k
            WHERE k.collection_id = $7 AND k.question_id = c.question_id) END,
          CASE $14 WHEN 'newest' THEN c.changed_at WHEN 'used' THEN c.last END DESC NULLS LAST,
          lower(c.title), c.slug) AS place,
        count(*) OVER ()::int AS total
      FROM cards c
      WHERE NOT EXISTS (SELECT FROM unnest($3::text[]) w WHERE strpos(c.words, ' ' || w) = 0)
        AND c.topics @> $4::text[] AND ($5::text[] = '{}' OR c.kinds && $5::text[])
        AND ($6::text[] = '{}' OR $6::text[] <@ ARRAY(SELECT t.tag FROM question_tag t WHERE t.question_id = c.question_id AND ${ownTag}))
        AND ($7::uuid IS NULL OR EXISTS (SELECT FROM collection_question k JOIN collection l ON l.id = k.collection_id
          WHERE k.question_id = c.question_id AND l.id = $7 AND (l.course_id = $2 OR $2::uuid IS NULL AND EXISTS (
            SELECT FROM person z LEFT JOIN membership m ON m.person_id = z.id AND m.course_id = l.course_id
              AND m.role IN ('ta', 'instructor') WHERE z.id = $1 AND (z.administrator OR m.role IS NOT NULL)))))
        AND CASE $8::text WHEN 'house' THEN c.course_id IS NULL WHEN 'own' THEN c.course_id IS NOT NULL AND c.best = 'own'
          WHEN 'shared' THEN c.best IN ('use', 'edit') ELSE true END
        AND ($9::text IS NULL OR c.difficulty = $9)
        AND CASE $10::text WHEN 'never' THEN c.exams IS NULL WHEN 'ever' THEN c.exams IS NOT NULL
          WHEN 'not-since' THEN coalesce(c.last < $11::date, true) ELSE true END
        AND CASE $12::text WHEN 'usable' THEN c.standing <> 'draft' AND c.problems = 0 WHEN 'draft' THEN c.standing = 'draft'
          WHEN 'unreadable' THEN c.problems > 0 ELSE true END
        AND ($13::text IS NULL OR c.person_id = $1
          OR EXISTS (SELECT FROM question_draft d WHERE d.question_id = c.question_id AND d.person_id = $1))
      ORDER BY place LIMIT $15 OFFSET $16)
  SELECT q.slug, c.title, c.topics, c.kinds, c.fields, c.points, c.version, c.standing,
    c.standing <> 'draft' AND c.problems = 0 AS usable,
    g.may_edit AND c.standing <> 'draft' AND EXISTS (SELECT FROM question_draft d WHERE d.question_id = c.question_id
      AND encode(sha256(convert_to(d.source, 'UTF8')), 'hex') <> c.version) AS draft,
    c.problems, CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'title', o.title) END AS course,
    g.best AS "right", g.may_edit AS "mayEdit",
    ARRAY(SELECT DISTINCT t.tag FROM question_tag t WHERE t.question_id = c.question_id AND ${ownTag} ORDER BY t.tag) AS tags,
    coalesce((SELECT jsonb_agg(jsonb_build_object('slug', x.slug, 'title', x.title, 'right', h."right") ORDER BY lower(x.title), x.slug)
      FROM question_share h JOIN course x ON x.id = h.course_id WHERE h.question_id = c.question_id AND g.may_edit), '[]') AS shares,
    p.name AS author, iso(c.changed_at) AS "changedAt",
    jsonb_build_object('exams', coalesce(g.exams, 0), 'last', iso(g.last)) AS used,
    CASE WHEN g.answers IS NOT NULL THEN jsonb_build_object('answers', g.answers, 'facility', g.facility,
      'discrimination', g.discrimination) END AS statistics,
    g.difficulty, g.total
  FROM page g JOIN question q ON q.id = g.question_id JOIN question_card c ON c.question_id = g.question_id
  LEFT JOIN course o ON o.id = q.course_id LEFT JOIN person p ON p.id = q.person_id
  ORDER BY g.place`
