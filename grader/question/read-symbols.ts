import { isMap, type Node } from 'yaml'
import { canonicalName } from '../language/names.ts'
import type { FormulaSymbol } from './definition.ts'
import type { Entry, Reader } from './reader.ts'

const forms = 'number, integer, integer 5..64, 0.1..1, vector d, matrix d×k, “… in -1..1”, function, function sigmoid'
const range = /^(-?[\d.]+(?:e-?\d+)?)\s*\.\.\s*(-?[\d.]+(?:e-?\d+)?)$/i
const dimension = /^(?:[1-9]\d{0,2}|[A-Za-z][A-Za-z0-9_]*)$/

/** The declared symbols of a formula field: what each stands for, and what it is drawn from when formulas are run. */
export function readSymbols(reader: Reader, entry: Entry | undefined): FormulaSymbol[] {
  if (!entry) return []
  const symbols: FormulaSymbol[] = []
  for (const item of reader.readMap(entry.node, 'symbols', entry.keyNode) ?? []) {
    const name = reader.readName(item.key, item.keyNode, 'A symbol')
    const symbol = name === null ? null : readSymbol(reader, name, item)
    if (!symbol) continue
    const spellings = [symbol.name, ...symbol.aliases]
    const taken = symbols.flatMap((other) => [other.name, ...other.aliases])
    const twice = spellings.find((spelling) => taken.includes(spelling))
    if (twice) reader.problem(item.keyNode, `The symbol “${twice}” stands here twice.`)
    else symbols.push(symbol)
  }
  return symbols
}

function readSymbol(reader: Reader, name: string, item: Entry): FormulaSymbol | null {
  if (!isMap(item.node)) {
    const meaning = readMeaning(reader, name, item.node, item.keyNode)
    return meaning && { name, aliases: [], latex: null, ...meaning }
  }
  const record = reader.readRecord(item.node, `symbol ${name}`, ['is', 'latex', 'aliases'], ['is'], item.keyNode)
  const is = record?.get('is')
  const meaning = is ? readMeaning(reader, name, is.node, is.keyNode) : null
  if (!record || !meaning) return null
  const aliases = record.get('aliases')
  const nodes = aliases ? (reader.readList(aliases.node, 'aliases', aliases.keyNode) ?? []) : []
  return {
    name,
    aliases: nodes.flatMap((node) => {
      const text = reader.readTextNode(node, 'An alias', item.keyNode)
      const alias = text === null ? null : (canonicalName(text) ?? reader.problem(node, `“${text}” is no name.`))
      return alias === null ? [] : [alias]
    }),
    latex: reader.readText(record.get('latex'), 'latex'),
    ...meaning,
  }
}

type Meaning = Pick<FormulaSymbol, 'shape' | 'domain' | 'function'>

function readMeaning(reader: Reader, name: string, node: Node | null, at: Node): Meaning | null {
  const text = reader.readTextNode(node, `symbol ${name}`, at)
  return text === null
    ? null
    : (parseMeaning(text) ?? reader.problem(node ?? at, `Symbol ${name} must be one of: ${forms}.`))
}

/** `integer 5..64`, `vector d in 0..1`, `function sigmoid` …; null if the text is none of them. */
export function parseMeaning(text: string): Meaning | null {
  const source = text.trim().replaceAll('−', '-').replaceAll('…', '..')
  const called = /^function(?:\s+([A-Za-z]\w*))?$/.exec(source)
  if (called) return { shape: [], domain: { low: -2, high: 2, integer: false }, function: called[1] ?? null }
  const [head = '', limits, ...rest] = source.split(/\s+in\s+/)
  if (rest.length > 0) return null
  const word = /^(number|integer|vector|matrix)?\s*(.*)$/.exec(head)
  const kind = word?.[1]
  const tail = word?.[2] ?? ''
  if (kind === 'vector' || kind === 'matrix') {
    const shape = readShape(tail)
    const domain = limits === undefined ? { low: -2, high: 2 } : readRange(limits)
    return shape?.length === (kind === 'vector' ? 1 : 2) && domain
      ? { shape, domain: { ...domain, integer: false } }
      : null
  }
  if (kind === undefined && tail === '') return null
  const integer = kind === 'integer'
  const said = limits ?? (tail === '' ? undefined : tail)
  if (limits !== undefined && tail !== '') return null
  const domain = said === undefined ? (integer ? { low: 1, high: 9 } : { low: -2, high: 2 }) : readRange(said)
  if (!domain || (integer && !(Number.isInteger(domain.low) && Number.isInteger(domain.high)))) return null
  return { shape: [], domain: { ...domain, integer } }
}

function readShape(text: string): (number | string)[] | null {
  const parts = text.split(/\s*×\s*|\s+x\s+/)
  if (!parts.every((part) => dimension.test(part))) return null
  return parts.map((part) => (/^\d/.test(part) ? Number(part) : part))
}

function readRange(text: string): { low: number; high: number } | null {
  const match = range.exec(text.trim())
  const low = Number(match?.[1])
  const high = Number(match?.[2])
  return match && low < high && Math.abs(low) <= 1e6 && Math.abs(high) <= 1e6 ? { low, high } : null
}
