import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml'
import { canonicalName } from '../../language/names.ts'
import type { TensorType } from '../../language/types.ts'
import { placementsIn } from '../placement.ts'
import type { Stretch } from '../reader.ts'
import { describeType } from './describe-type.ts'
import type { DeclaredName, NameKind } from './inspection.ts'
import { rangeOf } from './ranges.ts'
import type { Loose } from './read-loosely.ts'
import type { Settled } from './settle-types.ts'

/** A name in an expression, a step that something names, a field or a figure in the body. */
export interface Use extends Stretch {
  name: string
  of: 'value' | 'field' | 'figure'
}

const sections: readonly [key: string, kind: NameKind][] = [
  ['parameters', 'parameter'],
  ['reference', 'step'],
  ['answers', 'field'],
  ['figures', 'figure'],
  ['mistakes', 'mistake'],
  ['conventions', 'convention'],
]

/** What the file declares, with its type as far as that is known, and where it is used. */
export function declaredNames(loose: Loose, settled: Settled, read: readonly Use[]): DeclaredName[] {
  const uses = [...read, ...namedSteps(loose), ...placed(loose)].toSorted((a, b) => a.start - b.start)
  const asked = new Set(loose.draft.answers.flatMap((field) => ('step' in field ? [field.step] : [])))
  return sections.flatMap(([section, kind]) =>
    pairsOf(childOf(loose.root, section)).map(({ key, keyNode, node }): DeclaredName => {
      const value = kind === 'parameter' || kind === 'step'
      const name = (value ? canonicalName(key.slice(0, 60)) : null) ?? key
      const type = typeOf(loose, settled, kind, name)
      const of = value ? 'value' : kind
      return {
        ...rangeOf(loose.reader, keyNode),
        name,
        kind,
        type,
        says: [kind, fieldKind(loose, kind, name), type && describeType(type)].filter(Boolean).join(' · '),
        source: value && node ? loose.reader.slice(node).trim().slice(0, 400) : '',
        asked: kind === 'step' && asked.has(name),
        uses: uses.filter((use) => use.name === name && use.of === of).map((use) => rangeOf(loose.reader, use)),
      }
    }),
  )
}

function typeOf({ draft }: Loose, settled: Settled, kind: NameKind, name: string): TensorType | null {
  if (kind === 'parameter') return settled.parameters.get(name) ?? null
  if (kind === 'step') return settled.steps.get(name) ?? null
  const field = kind === 'field' ? draft.answers.find((one) => one.name === name) : undefined
  return field && 'step' in field ? (settled.steps.get(field.step) ?? null) : null
}

function fieldKind({ draft }: Loose, kind: NameKind, name: string): string | null {
  const field = kind === 'field' ? draft.answers.find((one) => one.name === name) : undefined
  if (field && field.kind !== 'judged') return field.kind
  return field?.kind === 'judged' ? field.said : null
}

/** Steps that a field is judged by, or that a mistake replaces. */
function namedSteps({ reader, root }: Loose): Use[] {
  const named = (node: Node, text: string): Use[] => {
    const name = text.length <= 60 ? canonicalName(text) : null
    return name === null ? [] : [{ ...reader.stretch(node), name, of: 'value' }]
  }
  const judged = pairsOf(childOf(root, 'answers')).flatMap(({ key, keyNode, node }) => {
    const step = isMap(node) ? childOf(node, 'step') : null
    return isScalar(step) && typeof step.value === 'string' ? named(step, step.value) : named(keyNode, key)
  })
  const replaced = ['mistakes', 'conventions'].flatMap((section) =>
    pairsOf(childOf(root, section)).flatMap(({ node }) =>
      pairsOf(isMap(node) ? childOf(node, 'steps') : null).flatMap(({ key, keyNode }) => named(keyNode, key)),
    ),
  )
  return [...judged, ...replaced]
}

function placed({ body, bodyStart, draft }: Loose): Use[] {
  const inBody = placementsIn(body).map(({ kind, name, start }): Use => {
    const at = bodyStart + start + `:${kind}[`.length
    return { name, of: kind === 'answer' ? 'field' : 'figure', start: at, end: at + name.length }
  })
  return draft.answers.length + draft.figures.length === 0 ? [] : inBody
}

/** The entries of a map whose keys are words. */
export function pairsOf(node: Node | null): { key: string; keyNode: Node; node: Node | null }[] {
  if (!isMap(node)) return []
  return (node.items as Pair[]).flatMap(({ key, value }) => {
    if (!isScalar(key) || key.value === null) return []
    const named = typeof key.value === 'string' ? key.value : String(key.value)
    return [{ key: named, keyNode: key as Node, node: isScalar(value) || isMap(value) || isSeq(value) ? value : null }]
  })
}

export function childOf(node: YAMLMap | null, key: string): Node | null {
  return pairsOf(node).find((pair) => pair.key === key)?.node ?? null
}
