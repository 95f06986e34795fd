import { isScalar } from 'yaml'
import type { AnswerField, NamedExpression, Place } from './definition.ts'
import type { FieldLabel } from './label.ts'
import { suggestion } from './nearest.ts'
import { placementName } from './placement.ts'
import { formulaKeys, readFormulaField } from './read-formula.ts'
import {
  layersKeys,
  readLayersField,
  readTextField,
  readUploadField,
  textKeys,
  uploadKeys,
} from './read-open-fields.ts'
import { choiceKeys, orderKeys, readChoiceField, readOrderField } from './read-options.ts'
import { propertyKeys, readPropertyField } from './read-property.ts'
import type { Entry, Reader } from './reader.ts'

const kinds = [
  'number',
  'shape',
  'tensor',
  'formula',
  'choice',
  'order',
  'text',
  'upload',
  'layers',
  'property',
] as const
type Kind = (typeof kinds)[number]

const commonKeys = ['kind', 'points', 'label']
const judgedKeys = ['step', 'decimals', 'axes', 'resizable', 'after']
const keysOf: Record<Kind | 'judged', readonly string[]> = {
  judged: judgedKeys,
  number: ['step', 'decimals', 'after'],
  shape: ['step', 'axes', 'after'],
  tensor: ['step', 'decimals', 'resizable', 'after'],
  formula: formulaKeys,
  choice: choiceKeys,
  order: orderKeys,
  text: textKeys,
  upload: uploadKeys,
  layers: layersKeys,
  property: propertyKeys,
}

/** A field judged by a step whose kind waits for the step's shape; `restricted` is what `after` says, null for nothing. */
export interface JudgedDraft extends Place, FieldLabel {
  kind: 'judged'
  name: string
  points: number
  step: string
  said: 'number' | 'shape' | 'tensor' | null
  decimals: number
  axes: string[]
  resizable: boolean
  restricted: string[] | null
}

export type FieldDraft = JudgedDraft | Exclude<AnswerField, { kind: 'number' | 'shape' | 'tensor' }>

/** What the fields of a question are read against. */
export interface GivenToFields {
  reference: readonly NamedExpression[]
  /** where a field says nothing */
  decimals: number
  /** the functions that an author's formulas may call */
  functions: readonly string[]
}

export function readAnswers(reader: Reader, entry: Entry | undefined, given: GivenToFields): FieldDraft[] {
  if (!entry) return []
  const entries = reader.readMap(entry.node, 'answers', entry.keyNode) ?? []
  if (entries.length === 0) reader.problem(entry.keyNode, 'A question needs at least one answer field.')
  return entries.flatMap((item) => readField(reader, item, given) ?? [])
}

function readField(reader: Reader, item: Entry, given: GivenToFields): FieldDraft | null {
  const name = item.key
  if (!placementName.test(name)) {
    reader.problem(item.keyNode, `A field's name has letters, digits and _ only (at most 40), not “${name}”.`)
  }
  const kind = findKind(reader, item)
  const allowed = [...commonKeys, ...keysOf[kind]]
  const record = reader.readRecord(
    item.node,
    `${kind === 'judged' ? 'field' : kind} ${name}`,
    allowed,
    ['points'],
    item.keyNode,
  )
  if (!record) return null
  const points = reader.readNumber(record.get('points'), 'points', 0.01, 1000)
  const label = reader.readLabel(record.get('label')) ?? { label: name.replaceAll('_', ' ') }
  const common = { ...reader.place(item.keyNode), name, ...label, points: points ?? 1 }
  if (kind === 'judged' || kind === 'number' || kind === 'shape' || kind === 'tensor') {
    return readJudged(reader, record, item, common, kind, given)
  }
  const part = readPart(reader, record, item, kind, common.points, given)
  return part && { ...common, after: [], ...part }
}

function readPart(
  reader: Reader,
  record: Map<string, Entry>,
  item: Entry,
  kind: Kind,
  points: number,
  { functions, decimals }: GivenToFields,
) {
  switch (kind) {
    case 'formula':
      return readFormulaField(reader, record, item, functions)
    case 'choice':
      return readChoiceField(reader, record, item)
    case 'order':
      return readOrderField(reader, record, item)
    case 'text':
      return readTextField(reader, record, item, points)
    case 'upload':
      return readUploadField(reader, record, item, points)
    case 'property':
      return readPropertyField(reader, record, item, decimals)
    default:
      return readLayersField(reader, record, item)
  }
}

/** The kind a field says, without judging its other keys yet. */
function findKind(reader: Reader, item: Entry): Kind | 'judged' {
  const node = item.node
  if (node === null || !('items' in node)) return 'judged'
  for (const pair of node.items as { key?: unknown; value?: unknown }[]) {
    if (!isScalar(pair?.key) || pair.key.value !== 'kind') continue
    const value = isScalar(pair.value) ? pair.value : null
    return reader.readChoice({ key: 'kind', keyNode: pair.key, node: value }, 'kind', kinds) ?? 'judged'
  }
  return 'judged'
}

function readJudged(
  reader: Reader,
  record: Map<string, Entry>,
  item: Entry,
  common: Place & FieldLabel & { name: string; points: number },
  kind: JudgedDraft['said'] | 'judged',
  { reference, decimals }: GivenToFields,
): JudgedDraft | null {
  const stepEntry = record.get('step')
  const said = stepEntry ? reader.readText(stepEntry, 'step') : item.key
  const step = said === null ? null : reader.readName(said, stepEntry?.node ?? item.keyNode, 'step')
  if (step === null) return null
  const steps = reference.map(({ name }) => name)
  if (!steps.includes(step)) {
    const near = suggestion(step, steps)
    const help = near || ' Name one with “step”, or say another “kind”.'
    return reader.problem(stepEntry?.node ?? item.keyNode, `There is no step “${step}” to judge ${item.key} by.${help}`)
  }
  return {
    ...common,
    kind: 'judged',
    step,
    said: kind === 'judged' ? null : kind,
    decimals: reader.readNumber(record.get('decimals'), 'decimals', 0, 9, true) ?? decimals,
    axes: readWords(reader, record.get('axes'), 'axes') ?? [],
    resizable: reader.readFlag(record.get('resizable'), 'resizable') ?? false,
    restricted: readWords(reader, record.get('after'), 'after'),
  }
}

function readWords(reader: Reader, entry: Entry | undefined, what: string): string[] | null {
  if (!entry) return null
  if (isScalar(entry.node)) {
    const word = reader.readText(entry, what)
    return word === null ? null : [word]
  }
  const nodes = reader.readList(entry.node, what, entry.keyNode)
  return nodes?.flatMap((node) => reader.readTextNode(node, what, entry.keyNode) ?? []) ?? null
}
