import { isScalar, isSeq } from 'yaml'
import { canonicalName } from '../../language/names.ts'
import type { NamedExpression, Place } from '../definition.ts'
import { suggestion } from '../nearest.ts'
import { type Entry, type Reader, short } from '../reader.ts'
import { type SlipKind, slipKinds } from './slip.ts'

/** What a question asks for under `slips`. */
export interface SlipRequest extends Place {
  /** steps to look at; null for all that lead to an answer */
  steps: string[] | null
  kinds: readonly SlipKind[]
  /** share of the points where one operation went wrong and the rest is right */
  earns: number
}

/** One operation wrong, everything else right: half the points, unless the author says otherwise. */
const usualShare = 0.5

/** Reads `slips: auto`, `slips: none` or `slips: { steps: […], kinds: […], earns: 0.4 }`; null where none are asked for. */
export function readSlips(
  reader: Reader,
  entry: Entry | undefined,
  reference: readonly NamedExpression[],
): SlipRequest | null {
  if (!entry) return null
  const all: SlipRequest = { ...reader.place(entry.keyNode), steps: null, kinds: slipKinds, earns: usualShare }
  if (isScalar(entry.node) || entry.node === null) {
    return reader.readChoice(entry, 'slips', ['auto', 'none']) === 'auto' ? all : null
  }
  const record = reader.readRecord(entry.node, 'slips', ['steps', 'kinds', 'earns'], [], entry.keyNode)
  if (!record) return null
  const names = reference.map(({ name }) => name)
  const steps = readWords(reader, record.get('steps'), 'A step of slips', names)
  const kinds = readWords(reader, record.get('kinds'), 'A kind of slips', slipKinds)
  const earns = reader.readNumber(record.get('earns'), 'earns', 0, 1) ?? usualShare
  return { ...all, steps, kinds: slipKinds.filter((kind) => kinds === null || kinds.includes(kind)), earns }
}

function readWords(reader: Reader, entry: Entry | undefined, what: string, known: readonly string[]): string[] | null {
  if (!entry) return null
  if (!isSeq(entry.node))
    return reader.problem(entry.node ?? entry.keyNode, `${what}: a list such as [${known[0] ?? 'y'}].`)
  const nodes = reader.readList(entry.node, what, entry.keyNode) ?? []
  return nodes.flatMap((node) => {
    const text = isScalar(node) && typeof node.value === 'string' ? node.value : reader.slice(node)
    const word = text.length <= 60 && !known.includes(text) ? (canonicalName(text) ?? text) : text
    if (known.includes(word)) return [word]
    reader.problem(node, `${what} is one of ${known.join(', ')}, not “${short(text)}”.${suggestion(text, known)}`)
    return []
  })
}
