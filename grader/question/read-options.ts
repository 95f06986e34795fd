import { isMap, isSeq, type Node } from 'yaml'
import type { AnswerField, ChoiceOption, Place } from './definition.ts'
import type { Entry, Reader } from './reader.ts'

export const choiceKeys = ['options', 'many', 'shuffle'] as const
export const orderKeys = ['lines', 'distractors'] as const
const maximumOptions = 26

type Common = 'name' | 'label' | 'points' | 'after' | keyof Place
type ChoicePart = Omit<AnswerField & { kind: 'choice' }, Common>
type OrderPart = Omit<AnswerField & { kind: 'order' }, Common>

export function readChoiceField(reader: Reader, record: Map<string, Entry>, at: Entry): ChoicePart | null {
  const options = record.get('options')
  if (!options) return reader.problem(at.keyNode, `The choice ${at.key} needs “options”.`)
  const parts = reader.readRecord(options.node, 'options', ['right', 'others'], ['right', 'others'], options.keyNode)
  const right = readOptions(reader, parts?.get('right'), 'right')
  const others = readOptions(reader, parts?.get('others'), 'others')
  const texts = [...right, ...others].map(({ markdown }) => markdown)
  if (texts.length > maximumOptions) reader.problem(options.keyNode, `A choice has at most ${maximumOptions} options.`)
  const twice = [...right, ...others].find(({ markdown }, k) => texts.indexOf(markdown) !== k)
  if (twice) reader.problem(twice, 'This option stands here twice.')
  const list = isSeq(parts?.get('right')?.node)
  const many = reader.readFlag(record.get('many'), 'many') ?? list
  if (right.length > 1 && !many)
    reader.problem(options.keyNode, 'More than one option is right: “many” cannot be false.')
  if (right.length === 0 || others.length === 0) return null
  return { kind: 'choice', many, right, others, shuffle: reader.readFlag(record.get('shuffle'), 'shuffle') ?? true }
}

function readOptions(reader: Reader, entry: Entry | undefined, what: string): ChoiceOption[] {
  if (!entry) return []
  const nodes = isSeq(entry.node) ? (reader.readList(entry.node, what, entry.keyNode) ?? []) : [entry.node]
  if (nodes.length === 0) reader.problem(entry.keyNode, `“${what}” needs at least one option.`)
  return nodes.flatMap((node) => {
    const record = isMap(node) ? reader.readRecord(node, 'option', ['text', 'says'], ['text'], entry.keyNode) : null
    const text = record?.get('text')
    const markdown = isMap(node)
      ? reader.readText(text, 'text')
      : reader.readTextNode(node as Node | null, 'An option', entry.keyNode)
    if (markdown === null) return []
    const place = reader.place(node ?? entry.keyNode)
    return [{ ...place, markdown, says: record ? reader.readText(record.get('says'), 'says') : null }]
  })
}

export function readOrderField(reader: Reader, record: Map<string, Entry>, at: Entry): OrderPart | null {
  const lines = readLines(reader, record.get('lines'), 'lines')
  const distractors = readLines(reader, record.get('distractors'), 'distractors')
  const all = [...lines, ...distractors]
  const twice = all.find((line, k) => all.indexOf(line) !== k)
  if (twice !== undefined)
    reader.problem(at.keyNode, `The line “${twice}” stands twice; then no order is the right one.`)
  if (all.length > maximumOptions) reader.problem(at.keyNode, `An order has at most ${maximumOptions} lines.`)
  if (lines.length < 2) return reader.problem(at.keyNode, `The order ${at.key} needs “lines”, at least two.`)
  return { kind: 'order', lines, distractors }
}

function readLines(reader: Reader, entry: Entry | undefined, what: string): string[] {
  if (!entry) return []
  return (reader.readList(entry.node, what, entry.keyNode) ?? []).flatMap((node) => {
    const text = reader.readTextNode(node, 'A line', entry.keyNode)
    return text === null ? [] : [text]
  })
}
