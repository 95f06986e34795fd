import type { Node } from 'yaml'
import type { NamedExpression, Parameter } from './definition.ts'
import { LiteralProblem } from './evaluate.ts'
import { readGenerator } from './generator.ts'
import type { Entry, Reader } from './reader.ts'

export function readParameters(reader: Reader, entry: Entry | undefined): Parameter[] {
  if (!entry) return []
  const parameters: Parameter[] = []
  for (const named of readNamedMap(reader, entry, 'parameters', 'A parameter')) {
    try {
      const { expression, ...rest } = named
      parameters.push({ ...rest, generator: readGenerator(expression) })
    } catch (error) {
      if (!(error instanceof LiteralProblem)) throw error
      const offset = reader.offset(named.expression, error.span)
      reader.problem(offset ?? named, `${named.name}: ${error.message}`)
    }
  }
  return parameters
}

/** A map of names to expressions; names are unique after they are brought to their one spelling. */
export function readNamedMap(reader: Reader, entry: Entry, what: string, one: string): NamedExpression[] {
  const read: NamedExpression[] = []
  for (const item of reader.readMap(entry.node, what, entry.keyNode) ?? []) {
    const named = reader.readNamed(item, one)
    if (!named) continue
    const place = reader.place(item.keyNode)
    if (read.some(({ name }) => name === named.name)) reader.problem(place, `“${named.name}” stands here twice.`)
    else read.push({ ...named, ...place })
  }
  return read
}

/** The constraints: a list of expressions, or a single one. */
export function readWhere(reader: Reader, entry: Entry | undefined): NamedExpression[] {
  if (!entry) return []
  const node = entry.node
  const many = node !== null && !('value' in node) && !reader.slice(node).startsWith('[')
  const nodes: Node[] = many ? (reader.readList(node, 'where', entry.keyNode) ?? []) : node ? [node] : []
  return nodes.flatMap((one, k) => {
    const read = reader.readExpression(one, 'where', entry.keyNode)
    return read ? [{ name: `where ${k + 1}`, ...read }] : []
  })
}
