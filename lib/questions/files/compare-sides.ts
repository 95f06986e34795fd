import { z } from 'zod'
import type { Principal } from '../../auth/principal.ts'
import { requireAdministrator } from '../../auth/require.ts'
import { query } from '../../db/query.ts'
import { parse } from '../../http/parse.ts'
import { diffTexts, type TextDiff } from '../versions/text-diff.ts'
import { titleIn } from '../versions/texts.ts'
import { bothSides, type Standing } from './both-sides.ts'
import { type SyncState, syncStates } from './sync-state.ts'
import { fileText } from './texts-of.ts'

/** A question as it is on both sides: a file of the folder, and what is published in the database. */
export interface ComparedQuestion {
  slug: string
  title: string
  state: SyncState
  /** whose it is in the database; null: the house's */
  course: string | null
  /** there is a draft of it */
  draft: boolean
  /** when what is published was, and by whom */
  published: { at: string; by: string | null } | null
  /** from the file to the database; null where there is nothing to compare */
  diff: TextDiff | null
}

export interface Comparison {
  questions: ComparedQuestion[]
  /** of all of them; states that nothing is in are left out */
  counts: { state: SyncState; n: number }[]
  page: number
  pages: number
}

export const comparisonQuery = z.strictObject({
  /** only these; else all that differ */
  state: z.enum(syncStates).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** What of an address makes sense; the rest is passed over. For a page, which somebody may have written by hand. */
export function knownComparison(given: Record<string, unknown>): z.input<typeof comparisonQuery> {
  const known = Object.entries(given).filter(([name, value]) => comparisonQuery.safeParse({ [name]: value }).success)
  return Object.fromEntries(known)
}

/** Of these somebody may have to do something. */
const differs = ({ state }: Standing) => state !== 'same' && state !== 'file-only'
/** Each with all that differs in it. */
const pageSize = 25

/** The questions that differ on the two sides, a page at a time, or those of one state. For who looks after the house. */
export async function compareSides(
  principal: Principal | null,
  given: z.input<typeof comparisonQuery> = {},
): Promise<Comparison> {
  await requireAdministrator(principal)
  const { state, page: asked } = parse(comparisonQuery, given)
  const all = await bothSides()
  const some = syncStates.flatMap((one) => all.filter((question) => question.state === one))
  const listed = state ? some.filter((question) => question.state === state) : some.filter(differs)
  const pages = Math.max(1, Math.ceil(listed.length / pageSize))
  const page = asked <= pages ? asked : 1
  const counts = syncStates.map((one) => ({ state: one, n: all.filter((question) => question.state === one).length }))
  return {
    questions: await compared(listed.slice((page - 1) * pageSize, page * pageSize)),
    counts: counts.filter(({ n }) => n > 0),
    page,
    pages,
  }
}

type Row = Pick<ComparedQuestion, 'slug' | 'course' | 'draft'> & {
  source: string | null
  at: string | null
  by: string | null
}

async function compared(some: readonly Standing[]): Promise<ComparedQuestion[]> {
  const rows = await query<Row>(
    `SELECT f.slug, c.title AS course, d.question_id IS NOT NULL AS draft, v.source, iso(p.created_at) AS at, w.name AS by
     FROM unnest($1::text[]) WITH ORDINALITY AS f(slug, place)
     LEFT JOIN question q ON q.slug = f.slug
     LEFT JOIN course c ON c.id = q.course_id
     LEFT JOIN question_draft d ON d.question_id = q.id
     LEFT JOIN question_published p ON p.question_id = q.id
     LEFT JOIN question_version v ON v.id = p.question_version_id
     LEFT JOIN person w ON w.id = p.person_id ORDER BY f.place`,
    [some.map(({ slug }) => slug)],
  )
  return Promise.all(
    rows.map(async ({ slug, course, draft, source, at, by }, k) => {
      const text = await fileText(slug)
      return {
        slug,
        title: titleIn(source ?? text ?? '') ?? slug,
        state: some[k]?.state ?? 'same',
        course,
        draft,
        published: at === null ? null : { at, by },
        diff: text !== null && source !== null && text !== source ? diffTexts(text, source) : null,
      }
    }),
  )
}
