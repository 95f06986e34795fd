import { createHash } from 'node:crypto'
import type { OperationLibrary } from '../language/types.ts'
import { checkBody } from './check-body.ts'
import { checkFormula } from './check-formulas.ts'
import { checkProperties } from './check-properties.ts'
import { checkShapes } from './check-shapes.ts'
import type { AnswerField, ParsedQuestion, QuestionDefinition } from './definition.ts'
import { drawVariant } from './draw-variant.ts'
import { countLines, maximumFile, openFile, parseYaml, splitFile } from './front-matter.ts'
import { questionKeys, readDraft } from './question-draft.ts'
import { Reader } from './reader.ts'
import { settleFields } from './settle-fields.ts'
import { makeSlips } from './slips/make-slips.ts'
import { withDerivations } from './with-derivations.ts'

/** The version of a file: the SHA-256 of its bytes. */
export function versionOf(source: string): string {
  return createHash('sha256').update(source, 'utf8').digest('hex')
}

/**
 * Reads a question file. Everything that is wrong comes back with its line and column; nothing is thrown, whatever the
 * source. The operation library is given in: names, shapes and the kinds of fields are settled against it.
 */
export function parseQuestion(source: string, slug: string, library: OperationLibrary): ParsedQuestion {
  const reader = new Reader(source, (splitFile(source) ?? openFile(source))?.yamlStart ?? 0, countLines(source))
  const question = read(reader, source, slug, library)
  if (question && reader.problems.length === 0) return { ok: true, question }
  if (reader.problems.length === 0) reader.problem(0, 'This is no question file.')
  const problems = reader.problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  return { ok: false, problems }
}

function read(reader: Reader, source: string, slug: string, library: OperationLibrary): QuestionDefinition | null {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    reader.problem(0, `A question file is named like-this.md, not “${slug}.md”.`)
  if (source.length > maximumFile) return reader.problem(0, `The file is longer than ${maximumFile} characters.`)
  const opened = openFile(source)
  const split = splitFile(source) ?? opened
  if (!split) return reader.problem(0, 'A question file begins with front matter between two lines of ---.')
  const root = parseYaml(reader, split.yaml, split.yamlStart)
  if (opened) {
    // what cannot be read is the text for students, most likely
    if (!root) reader.problems.length = 0
    reader.problem(
      source.length,
      'The front matter is not closed: after it comes a line of ---, then what students read.',
    )
    if (!root) return null
  }
  if (!root) return reader.problems.length > 0 ? null : reader.problem(0, 'The front matter is empty.')
  const record = reader.readRecord(root, 'The front matter', questionKeys, ['title', 'answers'], root)
  if (!record) return null
  const draft = readDraft(reader, record, library)
  if (opened) return null
  const named = { answer: reader.keysOf(record.get('answers')), figure: reader.keysOf(record.get('figures')) }
  const templates = checkBody(reader, draft, named, split.body, split.bodyStart)
  if (reader.problems.length > 0) return null

  const { slips, ...content } = draft
  const drawn: QuestionDefinition = {
    ...content,
    slug,
    version: versionOf(source),
    source,
    // Kinds do not matter to a draw; until they are known a judged field stands as a tensor.
    answers: draft.answers.map(
      (field): AnswerField => (field.kind === 'judged' ? { ...field, kind: 'tensor', after: [] } : field),
    ),
    body: split.body,
    bodyLine: reader.placeOf(split.bodyStart).line,
  }
  const settled = checkShapes(reader, drawn, templates, library)
  for (const field of drawn.answers) if (field.kind === 'formula') checkFormula(reader, field, library)
  if (!settled) return null
  const { types, plan } = settled
  checkProperties(reader, drawn, library)
  const answers = settleFields(reader, draft.answers, draft.reference, types)
  const question = { ...drawn, reference: withDerivations(drawn.reference, plan), answers }
  if (!slips || reader.problems.length > 0) return question
  const automatic = makeSlips(question, slips, drawVariant(question, 'first'), types, library)
  return { ...question, alternatives: [...question.alternatives, ...automatic] }
}
