import { Document, isPair, isScalar, isSeq, visit } from 'yaml'
import { placementsIn } from '../../../grader/question/placement.ts'
import type { Item, ItemField, ItemNumber, ItemOption, ItemRubric } from './item.ts'
import { labelOf } from './names.ts'
import { numberParts } from './number-fields.ts'

export interface MadeFile {
  source: string
  notes: string[]
}

/** An item as the text of a question file. Whether it is a question, `parseQuestion` says. */
export function questionFile(item: Item): MadeFile {
  const numbers = item.fields.filter((field): field is ItemNumber => field.kind === 'number')
  const { parameters, steps = [], where = [] } = item
  const parts = numberParts(numbers, new Set([...parameters, ...steps].map(({ name }) => name)))
  const before = Object.fromEntries(steps.map(({ name, expression }) => [name, expression]))
  const answers = item.fields.map((field) => [field.name, fieldEntry(field, parts.answers)])
  const front = {
    title: item.title,
    ...(item.topics.length > 0 ? { topics: item.topics } : {}),
    ...(parts.leniency === 1 ? {} : { leniency: parts.leniency }),
    ...filled('parameters', Object.fromEntries(parameters.map(({ name, generator }) => [name, generator]))),
    ...(where.length > 0 ? { where } : {}),
    ...filled('reference', { ...before, ...parts.reference }),
    answers: Object.fromEntries(answers),
    ...filled('mistakes', parts.mistakes),
    ...filled('figures', figuresOf(item)),
  }
  const notes = item.fields.some(withoutRubric) ? [...parts.notes, noRubric] : parts.notes
  return { source: `---\n${printYaml(front)}---\n${bodyOf(item)}\n`, notes }
}

export const wholeAnswer = 'The answer is right and complete.'
const noRubric = `No rubric came with it: “${wholeAnswer}” stands there. Write what earns what.`
const withoutRubric = (field: ItemField) =>
  (field.kind === 'text' || field.kind === 'upload') && rubricOf(field).some(({ says }) => says === wholeAnswer)

const figuresOf = ({ figures }: Item) =>
  Object.fromEntries(figures.map(({ name, file, alt }) => [name, { kind: 'image', file, alt }]))

const filled = (key: string, map: Record<string, unknown>) => (Object.keys(map).length > 0 ? { [key]: map } : {})

/** Every field has its place: those that the text does not name follow it. */
function bodyOf({ body, fields }: Item): string {
  const placed = new Set(placementsIn(body).map(({ name }) => name))
  const missing = fields.filter(({ name }) => !placed.has(name)).map(({ name }) => `:answer[${name}]`)
  return [body.trim(), ...missing].filter((text) => text !== '').join('\n\n')
}

function fieldEntry(field: ItemField, numbers: ReadonlyMap<string, unknown>): unknown {
  const { name, kind, points } = field
  const label = labelOf(field)
  const common = { kind, points, ...(label ? { label } : {}) }
  switch (field.kind) {
    case 'number':
      return numbers.get(name)
    case 'choice': {
      const right = field.options.filter((option) => option.right).map(optionEntry)
      const others = field.options.filter((option) => !option.right).map(optionEntry)
      const shuffle = field.shuffle ? {} : { shuffle: false }
      return { ...common, ...shuffle, options: { right: field.many || right.length > 1 ? right : right[0], others } }
    }
    case 'order': {
      const { lines, distractors } = field
      return { ...common, lines, ...(distractors.length > 0 ? { distractors } : {}) }
    }
    case 'text': {
      const upload = field.upload ? { upload: 'allowed' } : {}
      const length = field.length === null ? {} : { length: field.length }
      return { ...common, rubric: rubricOf(field), ...upload, ...length, ...solutionOf(field) }
    }
    case 'upload':
      return { ...common, rubric: rubricOf(field), ...solutionOf(field) }
  }
}

const optionEntry = ({ text, says }: ItemOption) => (says ? { text, says } : text)
const solutionOf = ({ solution }: { solution: string | null }) => (solution ? { solution } : {})

/** What a person scores by has to be able to earn what the field is worth. */
function rubricOf({ rubric, points }: { rubric: ItemRubric[]; points: number }): ItemRubric[] {
  const sum = rubric.reduce((total, item) => total + item.points, 0)
  return sum >= points - 1e-9 ? rubric : [...rubric, { says: wholeAnswer, points: points - sum }]
}

/** Front matter as people write it: plain where it can be, short maps in one line. */
function printYaml(front: object): string {
  const document = new Document(front, { aliasDuplicateObjects: false, version: '1.2' })
  visit(document, {
    Map(_key, node, path) {
      const parent = path.at(-1)
      const key = isPair(parent) && isScalar(parent.key) ? parent.key.value : null
      if (path.length < 4 && (key === 'reference' || key === 'parameters')) return
      const scalars = node.items.every(({ value }) => isScalar(value) && String(value.value).length < 60)
      const width = node.items.reduce(
        (sum, { value }) => sum + 12 + (isScalar(value) ? String(value.value).length : 0),
        0,
      )
      const text = node.items.some(({ value }) => isScalar(value) && String(value.value).includes('\n'))
      if (scalars && !text && width < 100 && node !== document.contents) node.flow = true
    },
  })
  const topics = document.get('topics')
  if (isSeq(topics)) topics.flow = true
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
