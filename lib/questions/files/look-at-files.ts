import type { FileProblem } from '../../../grader/question/definition.ts'
import type { ArchiveFile } from '../../archive/read-archive.ts'
import { query } from '../../db/query.ts'
import { askGrader } from '../ask-grader.ts'
import { readableQuestions } from '../bank/visible.ts'
import { knownFigure } from '../figures/stored-figures.ts'
import { longestText } from '../versions/texts.ts'
import { namedBy } from './file-names.ts'
import type { ImportedFile } from './import-report.ts'
import { standingTexts } from './texts-of.ts'

/** A file with what is to be done with it. */
export interface LookedAt {
  report: ImportedFile
  bytes: Buffer
  /** of a question that can be taken */
  source: string | null
  /** of the draft that it would replace; 0: there is none */
  revision: number
}

const report = (path: string, some: Partial<ImportedFile>): ImportedFile => ({
  ...{ path, kind: 'other', name: null, what: 'ignored', problems: [], message: null, draftOf: null, done: false },
  ...some,
})

/** What each file is and what would become of it. Nothing is written. */
export async function lookAtFiles(personId: string, files: readonly ArchiveFile[]): Promise<LookedAt[]> {
  // so that every file of the house is known by its name
  await askGrader('/bank/refresh', {})
  const seen = new Map<string, string>()
  const looked: LookedAt[] = []
  for (const { name: path, bytes } of files) {
    const named = namedBy(path)
    if (!named) continue
    if (named.kind === 'other') looked.push({ report: report(path, {}), bytes, source: null, revision: 0 })
    if (named.kind === 'figure')
      looked.push({ report: await figureReport(path, named.file), bytes, source: null, revision: 0 })
    if (named.kind !== 'question') continue
    const before = seen.get(named.slug)
    const { source, message } = before ? { source: null, message: `There is ${before} already.` } : textOf(bytes)
    seen.set(named.slug, path)
    const what = message === null ? 'new' : 'refused'
    looked.push({
      report: report(path, { kind: 'question', name: named.slug, what, message }),
      bytes,
      source,
      revision: 0,
    })
  }
  const questions = looked.filter(({ source }) => source !== null)
  await compare(personId, questions)
  await readProblems(questions.filter(({ report: { what } }) => what === 'new' || what === 'changed'))
  return looked
}

async function figureReport(path: string, file: string): Promise<ImportedFile> {
  const known = await knownFigure(file)
  return report(path, { kind: 'figure', name: file, what: known ? 'same' : 'new' })
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
       d.source AS draft, d.revision, p.name AS "draftBy"
     FROM question q LEFT JOIN (${readableQuestions}) r ON r.question_id = q.id
     LEFT JOIN question_draft d ON d.question_id = q.id LEFT JOIN person p ON p.id = d.person_id
     WHERE q.slug = ANY ($3)`,
    [personId, null, slugs],
  )
  const known = new Map(rows.map((row) => [row.slug, row]))
  const texts = await standingTexts(
    rows.filter(({ readable }) => readable).map(({ id }) => id),
    false,
  )
  const used = new Map(texts.map((text) => [text.slug, text]))
  for (const one of questions) {
    const slug = one.report.name ?? ''
    const row = known.get(slug)
    if (!row) continue
    const standing = used.get(slug)
    if (row.mayEdit ? one.source === (row.draft ?? standing?.source) : one.source === standing?.source)
      one.report.what = 'same'
    else if (!row.mayEdit) one.report.what = 'taken'
    else {
      one.report.what = 'changed'
      one.revision = row.revision ?? 0
      if (row.draft !== null && row.draft !== standing?.source) one.report.draftOf = row.draftBy
      if (standing?.standing === 'draft') one.report.draftOf = row.draftBy
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
