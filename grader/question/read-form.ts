import type { Expression } from '../language/ast.ts'
import { type FormDemands, formFaults } from '../language/form/form.ts'
import { canonicalName } from '../language/names.ts'
import type { FormulaSymbol } from './definition.ts'
import { suggestion } from './nearest.ts'
import type { Entry, Reader } from './reader.ts'

const keys = ['allow', 'require', 'forbid', 'simplified', 'earns']

interface Known {
  symbols: readonly FormulaSymbol[]
  functions: readonly string[]
  equals: Expression
}

/** What a formula must look like. The author's own must look like it too. */
export function readForm(
  reader: Reader,
  entry: Entry | undefined,
  { symbols, functions, equals }: Known,
): (FormDemands & { earns: number }) | null {
  const record = entry && reader.readRecord(entry.node, 'form', keys, [], entry.keyNode)
  if (!entry || !record) return null
  const known = new Set([...symbols.map(({ name }) => name), ...functions, 'cases', 'transpose'])
  const names = (key: string) => {
    const list = record.get(key)
    return (list ? (reader.readList(list.node, key, list.keyNode) ?? []) : []).flatMap((node) => {
      const text = reader.readTextNode(node, key, entry.keyNode)
      const name = text === null ? null : (canonicalName(text) ?? text)
      if (name === null || known.has(name)) return name ?? []
      reader.problem(node, `There is no symbol or function “${name}” here.${suggestion(name, [...known])}`)
      return []
    })
  }
  const demands: FormDemands = {
    allow: names('allow'),
    require: names('require'),
    forbid: names('forbid'),
    simplified: reader.readFlag(record.get('simplified'), 'simplified') ?? false,
  }
  const earns = reader.readNumber(record.get('earns'), 'earns', 0, 1) ?? 0
  const [fault] = formFaults(equals, demands, symbols)
  if (fault !== undefined) reader.problem(entry.keyNode, `The formula itself is not in the form it asks for: ${fault}`)
  return { ...demands, earns }
}
