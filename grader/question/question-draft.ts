import type { Expression } from '../language/ast.ts'
import { childrenOf } from '../language/children.ts'
import { linkGradients } from '../language/gradient/link-gradients.ts'
import type { OperationLibrary } from '../language/types.ts'
import { formulaFunctions } from '../language/vocabulary.ts'
import type { Alternative, Figure, NamedExpression, Parameter } from './definition.ts'
import { generatorForms } from './generator.ts'
import { readAlternatives } from './read-alternatives.ts'
import { type FieldDraft, readAnswers } from './read-answers.ts'
import { readFigures } from './read-figures.ts'
import { readNamedMap, readParameters, readWhere } from './read-parameters.ts'
import type { Entry, Reader } from './reader.ts'
import { readSlips, type SlipRequest } from './slips/read-slips.ts'

/** A question as read from its front matter, before shapes are known. */
export interface QuestionDraft {
  title: string
  topics: string[]
  decimals: number
  leniency: number
  parameters: Parameter[]
  where: NamedExpression[]
  reference: NamedExpression[]
  answers: FieldDraft[]
  alternatives: Alternative[]
  slips: SlipRequest | null
  figures: Figure[]
}

export const questionKeys = [
  'title',
  'topics',
  'decimals',
  'leniency',
  'parameters',
  'where',
  'reference',
  'answers',
  'mistakes',
  'conventions',
  'slips',
  'figures',
] as const

export function readDraft(reader: Reader, record: Map<string, Entry>, library: OperationLibrary): QuestionDraft {
  const decimals = reader.readNumber(record.get('decimals'), 'decimals', 0, 9, true) ?? 3
  const parameters = readParameters(reader, record.get('parameters'))
  const referenceEntry = record.get('reference')
  const written = referenceEntry ? readNamedMap(reader, referenceEntry, 'reference', 'A step') : []
  const reference = linked(reader, written, written)
  refuseDraws(reader, written, library)
  const alternatives = [
    ...readAlternatives(reader, record.get('mistakes'), 'mistake', reference),
    ...readAlternatives(reader, record.get('conventions'), 'convention', reference),
  ].map((alternative) => ({ ...alternative, steps: linked(reader, alternative.steps, written) }))
  // An author's formula may name a wrong answer by any function; what a student may call is another matter.
  const functions = [...new Set([...formulaFunctions, ...library.keys()])]
  const draft: QuestionDraft = {
    title: reader.readText(record.get('title'), 'title') ?? '',
    topics: readTopics(reader, record.get('topics')),
    decimals,
    leniency: reader.readNumber(record.get('leniency'), 'leniency', 1, 10) ?? 1,
    parameters,
    where: readWhere(reader, record.get('where')),
    reference,
    answers: readAnswers(reader, record.get('answers'), { reference, decimals, functions }),
    alternatives,
    slips: readSlips(reader, record.get('slips'), reference),
    figures: readFigures(reader, record.get('figures')),
  }
  refuseDoubles(reader, [...parameters, ...reference])
  refuseDoubles(
    reader,
    draft.alternatives.map((alternative) => ({ ...alternative, name: alternative.id })),
  )
  return draft
}

/** Gradients are computed from each other as the reference names them. */
function linked(reader: Reader, steps: NamedExpression[], reference: readonly NamedExpression[]): NamedExpression[] {
  const made = linkGradients(steps, reference)
  made.forEach(({ expression }, i) => {
    if (steps[i]) reader.madeOf(steps[i].expression, expression)
  })
  return made
}

/** What draws a value stands under parameters: in a step it would be no more than an unknown function. */
function refuseDraws(reader: Reader, steps: readonly NamedExpression[], library: OperationLibrary): void {
  for (const { name, expression } of steps) {
    const draw = drawIn(expression, library)
    if (draw?.kind !== 'call') continue
    reader.problem(
      reader.offset(expression, draw.span) ?? 0,
      `${name}: “${draw.name}” draws a value. What is drawn stands under parameters.`,
    )
  }
}

function drawIn(expression: Expression, library: OperationLibrary): Expression | null {
  if (expression.kind === 'call' && Object.hasOwn(generatorForms, expression.name) && !library.has(expression.name))
    return expression
  for (const child of childrenOf(expression)) {
    const found = drawIn(child, library)
    if (found) return found
  }
  return null
}

function readTopics(reader: Reader, entry: Entry | undefined): string[] {
  if (!entry) return []
  const nodes = reader.readList(entry.node, 'topics', entry.keyNode) ?? []
  return nodes.flatMap((node) => reader.readTextNode(node, 'A topic', entry.keyNode) ?? [])
}

function refuseDoubles(reader: Reader, named: readonly { name: string; line: number; column: number }[]): void {
  for (const [k, one] of named.entries()) {
    const first = named.findIndex(({ name }) => name === one.name)
    if (first < k) reader.problem(one, `“${one.name}” is already the name of something on line ${named[first]?.line}.`)
  }
}
