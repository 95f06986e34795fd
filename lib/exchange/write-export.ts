import { z } from 'zod'
import type { Principal } from '../auth/principal.ts'
import { requireStaffAnywhere } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { parse } from '../http/parse.ts'
import { notFound } from '../http/refusal.ts'
import type { Download } from '../points/export/answer-download.ts'
import { zip } from '../points/export/zip.ts'
import { figureBytes, knownFigure, missingFigures } from '../questions/figures/stored-figures.ts'
import { questionSlug } from '../questions/preview-question.ts'
import { type KnownQuestion, requireQuestions } from '../questions/require-question.ts'
import { usedSource } from '../questions/versions/texts.ts'
import { askExchange } from './ask-exchange.ts'
import { mostQuestions } from './exchange-requests.ts'
import { foreignFormats, type OutgoingQuestion } from './report.ts'
import { foreignFiles, type OutgoingFiles } from './write-foreign.ts'

export const exportQuery = z.strictObject({
  format: z.enum(foreignFormats),
  /** names of questions, with commas between them */
  slugs: z
    .string()
    .transform((text) => [...new Set(text.split(',').filter((slug) => slug !== ''))])
    .pipe(z.array(questionSlug).min(1).max(mostQuestions)),
  /** whose numbers the questions have */
  seed: z.string().min(1).max(80).default('export'),
})

type Given = z.input<typeof exportQuery>

/** Each is drawn and worked out, which takes a while for long ones. */
const atOnce = 4

/** What each question loses in a foreign format. */
export interface ExportReport {
  questions: { slug: string; title: string; carried: boolean; notes: string[] }[]
}

/** What exams get of a question; of one that was never published its draft, for those who work on it. */
async function sourceOf({ slug, questionId, right }: KnownQuestion & { slug: string }): Promise<string> {
  const used = await usedSource(slug)
  if (used !== null) return used
  if (right === 'read') throw notFound()
  const [draft] = await query<{ source: string }>('SELECT source FROM question_draft WHERE question_id = $1', [
    questionId,
  ])
  if (!draft) throw notFound()
  return draft.source
}

async function written(principal: Principal | null, given: Given) {
  await requireStaffAnywhere(principal)
  const { format, slugs, seed } = parse(exportQuery, given)
  const { personId, questions: known } = await requireQuestions(principal, slugs, 'read')
  const questions: { slug: string; source: string }[] = []
  for (const one of known) questions.push({ slug: one.slug, source: await sourceOf(one) })
  const out: OutgoingQuestion[] = []
  for (let at = 0; at < questions.length; at += atOnce) {
    const some = { format, seed, questions: questions.slice(at, at + atOnce) }
    out.push(...(await askExchange<OutgoingQuestion[], 'write'>(personId, 'write', some)))
  }
  return { format, questions: await Promise.all(out.map(withKnownPictures)) }
}

/** Pictures that nobody has put here cannot go along. */
async function withKnownPictures(question: OutgoingQuestion): Promise<OutgoingQuestion> {
  const missing = await missingFigures(question.pictures)
  if (missing.length === 0) return question
  const notes = missing.map((file) => `The picture ${file} is not here: upload it in the editor.`)
  return {
    ...question,
    pictures: question.pictures.filter((file) => !missing.includes(file)),
    notes: [...question.notes, ...notes],
  }
}

/** What would go out, before it does. */
export async function exportReport(principal: Principal | null, given: Given): Promise<ExportReport> {
  const { questions } = await written(principal, given)
  return {
    questions: questions.map(({ slug, title, text, notes }) => ({ slug, title, carried: text !== null, notes })),
  }
}

const types = {
  qti: 'application/zip',
  moodle: 'application/xml',
  gift: 'text/plain; charset=utf-8',
  aiken: 'text/plain; charset=utf-8',
}
const endings = { qti: 'qti.zip', moodle: 'moodle.xml', gift: 'gift.txt', aiken: 'aiken.txt' }

/** The file for the other system. */
export async function exportFile(principal: Principal | null, given: Given): Promise<Download> {
  const { format, questions } = await written(principal, given)
  const carried = questions.flatMap(({ text, ...rest }) => (text === null ? [] : [{ ...rest, text }]))
  return { name: `questions.${endings[format]}`, type: types[format], bytes: bytesOf(foreignFiles(format, carried)) }
}

/** One picture after the other is read, never all of them. */
function bytesOf(out: OutgoingFiles): AsyncGenerator<Uint8Array> {
  if (out.kind === 'file') return inPieces(out.pieces)
  return zip(
    out.files.map((file) => ({ name: file.name, content: 'text' in file ? [file.text] : shownPicture(file.picture) })),
  )
}

async function* inPieces(pieces: Extract<OutgoingFiles, { kind: 'file' }>['pieces']): AsyncGenerator<Uint8Array> {
  for (const { text, picture } of pieces) {
    yield Buffer.from(text)
    if (picture !== null)
      for await (const bytes of shownPicture(picture)) yield Buffer.from(Buffer.from(bytes).toString('base64'))
  }
}

/** As students see it; nothing where nobody has put it here, which was told. */
async function* shownPicture(file: string): AsyncGenerator<Uint8Array> {
  const figure = await knownFigure(file)
  if (figure) yield await figureBytes(figure, 'shown')
}
