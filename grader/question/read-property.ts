import { isSeq, type Node } from 'yaml'
import type { Expression } from '../language/ast.ts'
import { canonicalName } from '../language/names.ts'
import type { AnswerField, Place, Property } from './definition.ts'
import { readMistakes } from './read-mistakes.ts'
import type { Entry, Reader } from './reader.ts'

export const propertyKeys = ['shape', 'decimals', 'holds', 'example', 'mistakes'] as const
const mostProperties = 12

type PropertyPart = Omit<AnswerField & { kind: 'property' }, 'name' | 'label' | 'points' | 'after' | keyof Place>

/** Reads a field that is judged by what must be true of the answer; names and shapes are checked later. */
export function readPropertyField(
  reader: Reader,
  record: Map<string, Entry>,
  at: Entry,
  decimals: number,
): PropertyPart | null {
  if (canonicalName(at.key) !== at.key) {
    reader.problem(at.keyNode, `Properties call the answer by its name, but “${at.key}” is no name such as A or W_o.`)
  }
  const exampleEntry = record.get('example')
  const example = exampleEntry && reader.readExpression(exampleEntry.node, 'example', exampleEntry.keyNode)
  if (!exampleEntry) reader.problem(at.keyNode, `The field ${at.key} needs “example”: one answer that is right.`)
  const holds = readHolds(reader, record.get('holds'), at)
  const mistakes = readMistakes(reader, record.get('mistakes'), 'value')
  const sizes = readSizes(reader, record.get('shape'))
  const asked = reader.readNumber(record.get('decimals'), 'decimals', 0, 9, true) ?? decimals
  if (!example) return null
  const { expression, source } = example
  return { kind: 'property', sizes, decimals: asked, holds, example: expression, source, mistakes }
}

/** `[3, n]`; nothing for a number. */
function readSizes(reader: Reader, entry: Entry | undefined): Expression[] {
  if (!entry) return []
  const nodes = isSeq(entry.node) ? (reader.readList(entry.node, 'shape', entry.keyNode) ?? []) : [entry.node]
  if (nodes.length === 0 || nodes.length > 4) {
    reader.problem(entry.keyNode, 'A shape has one to four sizes; leave “shape” out for a number.')
  }
  return nodes.flatMap((node) => reader.readExpression(node, 'shape', entry.keyNode)?.expression ?? [])
}

function readHolds(reader: Reader, entry: Entry | undefined, at: Entry): Property[] {
  if (!entry) {
    reader.problem(at.keyNode, `The field ${at.key} needs “holds”: what must be true of an answer.`)
    return []
  }
  const nodes = reader.readList(entry.node, 'holds', entry.keyNode) ?? []
  if (nodes.length === 0 || nodes.length > mostProperties) {
    reader.problem(entry.keyNode, `“holds” has 1 to ${mostProperties} properties.`)
  }
  const read = nodes.flatMap((node) => readProperty(reader, node, entry))
  const given = read.filter(({ share }) => share !== null).length
  if (given > 0 && given < nodes.length) {
    reader.problem(entry.keyNode, 'Give a “share” to every property or to none of them.')
  }
  const sum = read.reduce((total, { share }) => total + (share ?? 0), 0)
  if (given > 0 && given === nodes.length && Math.abs(sum - 1) > 1e-6) {
    reader.problem(entry.keyNode, `The shares of the properties add up to ${Number(sum.toFixed(6))}, not to 1.`)
  }
  return read.map((property) => ({ ...property, share: property.share ?? 1 / read.length }))
}

function readProperty(
  reader: Reader,
  node: Node,
  entry: Entry,
): (Omit<Property, 'share'> & { share: number | null })[] {
  const record = reader.readRecord(node, 'A property', ['that', 'says', 'share'], ['that', 'says'], entry.keyNode)
  const that = record?.get('that')
  const read = that && reader.readExpression(that.node, 'that', that.keyNode)
  if (!record || !read) return []
  const says = reader.readText(record.get('says'), 'says') ?? ''
  return [{ ...read, says, share: reader.readNumber(record.get('share'), 'share', 0.01, 1) }]
}
