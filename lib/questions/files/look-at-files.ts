import type { FileProblem } from '../../../grader/question/definition.ts'
import type { ArchiveFile } from '../../archive/read-archive.ts'
import { query } from '../../db/query.ts'
import { askGrader } from '../ask-grader.ts'
import { archivedQuestions, readableQuestions } from '../bank/visible.ts'
import { knownFigure, missingFigures, namedFigures } from '../figures/stored-figures.ts'
import { startBody } from '../versions/start-question.ts'
import { longestText } from '../versions/texts.ts'
import { namedBy } from './file-names.ts'
import { freeNames } from './free-names.ts'
import type { ImportedFile } from './import-report.ts'
import { standingTexts } from './texts-of.ts'

/** A file with what is to be done with it. */
export interface LookedAt {
  report: ImportedFile
  bytes: Buffer
  /** of a question that can be taken */
  source: string | null
}

const untouched = { problems: [], message: null, missing: [], draftOf: null, revision: 0, freeName: null, became: null }
const report = (path: string, some: Partial<ImportedFile>): ImportedFile => ({
  ...{ path, kind: 'other', name: null, what: 'ignored', ...untouched, done: false },
  ...some,
})

/** What each file is and what would become of it. Nothing is written. */
export async function lookAtFiles(personId: string, files: readonly ArchiveFile[]): Promise<LookedAt[]> {
  // so that every file of the house is known by its name
  await askGrader('/bank/refresh', {})
  const looked: LookedAt[] = []
  for (const { name: path, bytes } of files) {
    const named = namedBy(path)
    if (!named) continue
    if (named.kind === 'other') looked.push({ report: report(path, {}), bytes, source: null })
    if (named.kind === 'figure') looked.push({ report: await figureReport(path, named.file), bytes, source: null })
    if (named.kind === 'question') looked.push(questionAt(path, named.slug, bytes))
  }
  const questions = looked.filter(({ source }) => source !== null)
  await compare(personId, refuseNames(questions))
  const clashes = questions.filter(({ report: { what } }) => what === 'taken' || what === 'changed')
  const names = questions.map(({ report: { name } }) => name ?? '')
  const free = await freeNames(
    clashes.map(({ report: { name } }) => name ?? ''),
    names,
  )
  for (const [k, { report }] of clashes.entries()) report.freeName = free[k] ?? null
  const taken = questions.filter(({ report: { what } }) => what !== 'same')
  await readProblems(taken)
  await findMissing(taken, looked)
  return looked
}

function questionAt(path: string, slug: string, bytes: Buffer): LookedAt {
  const { source, message } = textOf(bytes)
  const what = message === null ? 'new' : 'refused'
  return { report: report(path, { kind: 'question', name: slug, what, message }), bytes, source }
}

async function figureReport(path: string, file: string): Promise<ImportedFile> {
  const known = await knownFigure(file)
  return report(path, { kind: 'figure', name: file, what: known ? 'same' : 'new' })
}

/** Names that nothing here can have, and the second of two files of one name. Those that are left are compared. */
function refuseNames(questions: readonly LookedAt[]): LookedAt[] {
  const seen = new Map<string, string>()
  return questions.filter(({ report }) => {
    const name = report.name ?? ''
    const before = seen.get(name)
    if (!before) seen.set(name, report.path)
    const free = startBody.shape.slug.safeParse(name)
    if (!before && free.success) return true
    report.what = 'taken'
    report.message = before ? `There is ${before} already.` : (free.error?.issues[0]?.message ?? null)
    return false
  })
}

/** The pictures that a text names, those apart that are here or come with it. */
async function findMissing(questions: readonly LookedAt[], all: readonly LookedAt[]): Promise<void> {
  const coming = new Set(all.flatMap(({ report: { kind, name } }) => (kind === 'figure' && name ? [name] : [])))
  const named = questions.map(({ source }) => namedFigures(source ?? '').filter((file) => !coming.has(file)))
  const missing = new Set(await missingFigures(named.flat()))
  for (const [k, { report }] of questions.entries())
    report.missing = (named[k] ?? []).filter((file) => missing.has(file))
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file, if it is one that gives the same bytes again. */
function textOf(bytes: Buffer): { source: string | null; message: string | null } {
  const refuse = (message: string) => ({ source: null, message })
  try {
    const source = utf8.decode(bytes)
    if (source.includes('\u0000')) return refuse('There is a NUL character in it: it is no text.')
    if (source.length > longestText) return refuse(`It is longer than ${longestText} characters.`)
    return { source, message: null }
  } catch {
    return refuse('It is no text in UTF-8.')
  }
}

interface Known {
  id: string
  slug: string
  readable: boolean
  /** it was put away, by those whose it is */
  away: boolean
  mayEdit: boolean
  draft: string | null
  revision: number | null
  draftBy: string | null
}

/** Compares with the questions of these names that there are. */
async function compare(personId: string, questions: readonly LookedAt[]): Promise<void> {
  const slugs = questions.map(({ report: { name } }) => name)
  const rows = await query<Known>(
    `SELECT q.id, q.slug, r.question_id IS NOT NULL AS readable, coalesce(r.may_edit, false) AS "mayEdit",
       EXISTS (SELECT FROM (${archivedQuestions}) a WHERE a.question_id = q.id AND a.may_edit) AS away,
       d.source AS draft, d.revision, p.name AS "draftBy"
     FROM question q LEFT JOIN (${readableQuestions}) r ON r.question_id = q.id
     LEFT JOIN question_draft d ON d.question_id = q.id LEFT JOIN person p ON p.id = d.person_id
     WHERE q.slug = ANY ($3)`,
    [personId, null, slugs],
  )
  const known = new Map(rows.map((row) => [row.slug, row]))
  const texts = await standingTexts(rows.filter(({ readable }) => readable).map(({ id }) => id))
  const used = new Map(texts.map((text) => [text.slug, text]))
  for (const one of questions) {
    const slug = one.report.name ?? ''
    const row = known.get(slug)
    if (!row) continue
    const standing = used.get(slug)
    const { report } = one
    if (row.mayEdit ? one.source === (row.draft ?? standing?.source) : one.source === standing?.source)
      report.what = 'same'
    else if (row.mayEdit) {
      report.what = 'changed'
      report.revision = row.revision ?? 0
      if (row.draft !== null && row.draft !== standing?.source) report.draftOf = row.draftBy
      if (standing?.standing === 'draft') report.draftOf = row.draftBy
    } else {
      report.what = 'taken'
      if (row.away) report.message = 'A question of this name was put away. It could be brought back first.'
    }
  }
}

const atOnce = 40

/** What is wrong in the texts, as the grading process reads them. */
async function readProblems(questions: readonly LookedAt[]): Promise<void> {
  for (let at = 0; at < questions.length; at += atOnce) {
    const some = questions.slice(at, at + atOnce)
    const texts = some.map(({ report: { name }, source }) => ({ slug: name, source }))
    const problems = await askGrader<FileProblem[][]>('/bank/read', { texts })
    for (const [k, one] of some.entries()) one.report.problems = (problems[k] ?? []).slice(0, 20)
  }
}
