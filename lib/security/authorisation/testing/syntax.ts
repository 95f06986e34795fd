import fs from 'node:fs'
import { parseSync } from '@swc/core'

/** A node of a syntax tree; TypeScript 7 offers none of its own. */
export interface Node {
  type: string
  [member: string]: unknown
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

const trees = new Map<string, Node[]>()

/** The statements of a module. */
export function statements(file: string): Node[] {
  const known = trees.get(file)
  if (known) return known
  const source = fs.readFileSync(file, 'utf8')
  const tree = parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') }).body as unknown as Node[]
  trees.set(file, tree)
  return tree
}

/** A node and everything in it. */
export function* within(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* within(one)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) yield value
    for (const one of Object.values(value)) yield* within(one)
  }
}

/** The name of an identifier, or the text of a string literal. */
export function nameOf(node: unknown): string {
  return isNode(node) && typeof node.value === 'string' ? node.value : ''
}
