import type { Expression, Span } from '../../language/ast.ts'
import { childrenOf } from '../../language/children.ts'
import type { TensorType } from '../../language/types.ts'
import { childOf, pairsOf, type Use } from './declared.ts'
import { describeType } from './describe-type.ts'
import { generatorManual } from './generator-manual.ts'
import type { HoverSpan } from './inspection.ts'
import { rangeOf } from './ranges.ts'
import type { Loose } from './read-loosely.ts'
import type { Settled } from './settle-types.ts'

/** What is known of an operation by its name; null where there is none. */
export type Document = (operation: string) => { signature: string; summary: string } | null

type Said = Pick<HoverSpan, 'kind' | 'name' | 'type' | 'says'>

const mostSpans = 4000

/** Every part of every expression whose type is known, and every name that is read, as a use of it. */
export function hoverExpressions(loose: Loose, settled: Settled, document: Document) {
  const spans: HoverSpan[] = []
  const uses: Use[] = []
  const types = typesByPlace(settled)
  const kindOf = (name: string) =>
    settled.parameters.has(name) ? 'parameter' : settled.steps.has(name) ? 'step' : null
  const add = (root: Expression, span: Span, said: Said) => {
    const at = loose.reader.offset(root, span)
    if (!at || at.end <= at.start || spans.length >= mostSpans) return
    spans.push({ ...rangeOf(loose.reader, at), ...said })
    if (said.kind === 'name') uses.push({ ...at, name: said.name, of: 'value' })
  }
  const nameAt = (root: Expression, name: string, span: Span, type: TensorType | null) => {
    const says = [name, kindOf(name), type && describeType(type)].filter(Boolean).join(' · ')
    add(root, span, { kind: 'name', name, type, says })
  }
  const visit = (root: Expression, node: Expression) => {
    const type = types.get(root)?.get(placeOf(node.span)) ?? null
    if (node.kind === 'name') nameAt(root, node.name, node.span, type)
    else if (node.kind === 'call') {
      const { name, span } = node
      const called = { start: span.start, end: span.start + name.length }
      const known = kindOf(name) ? null : document(name)
      if (known) add(root, called, { kind: 'operation', name, type, says: saidOf(known, type) })
      else nameAt(root, name, called, kindOf(name) === 'step' ? (settled.steps.get(name) ?? null) : null)
    }
    if (type && node.kind !== 'name' && node.kind !== 'number')
      add(root, node.span, { kind: 'expression', name: '', type, says: describeType(type) })
    for (const child of childrenOf(node)) visit(root, child)
  }
  for (const expression of settled.expressions) visit(expression, expression)
  for (const { name, root } of drawnFrom(loose)) {
    const type = settled.parameters.get(name) ?? null
    if (root.kind === 'call') {
      const known = generatorManual.find((entry) => entry.name === root.name)
      const called = { start: root.span.start, end: root.span.start + root.name.length }
      const says = known && saidOf({ signature: known.form, summary: known.says }, type)
      if (says) add(root, called, { kind: 'operation', name: root.name, type, says })
    }
    for (const child of childrenOf(root)) visit(root, child)
  }
  return { spans, uses }
}

/** What parameters are drawn from, as it was written. */
function drawnFrom({ reader, root }: Loose): { name: string; root: Expression }[] {
  return pairsOf(childOf(root, 'parameters')).flatMap(({ key, keyNode, node }) => {
    const read = node && reader.readExpression(node, key, keyNode)
    return read ? [{ name: key, root: read.expression }] : []
  })
}

function saidOf({ signature, summary }: { signature: string; summary: string }, type: TensorType | null): string {
  return `${signature}${type ? ` · ${describeType(type)}` : ''}\n${summary}`
}

const placeOf = ({ start, end }: Span) => `${start} ${end}`

function typesByPlace({ parts }: Settled): Map<Expression, Map<string, TensorType>> {
  const places = new Map<Expression, Map<string, TensorType>>()
  for (const { expression, span, type } of parts) {
    const known = places.get(expression) ?? new Map<string, TensorType>()
    known.set(placeOf(span), type)
    places.set(expression, known)
  }
  return places
}
