import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { childOf, pairsOf } from './declared.ts'
import type { HoverSpan } from './inspection.ts'
import { keysAt, pathsAt } from './key-paths.ts'
import { rangeOf } from './ranges.ts'
import type { Loose } from './read-loosely.ts'

/** The keys of the front matter, each with what it is for. */
export function hoverKeys({ reader, root }: Loose): HoverSpan[] {
  const spans: HoverSpan[] = []
  const kindOf = ([section = '', name = '']: readonly string[]) => {
    const entry = childOf(root, section)
    const kind = isMap(entry) ? childOf(asMap(childOf(entry, name)), 'kind') : null
    return isScalar(kind) && typeof kind.value === 'string' ? kind.value : null
  }
  const visit = (node: Node | null, path: readonly string[]) => {
    if (path.length > 5) return
    if (isSeq(node)) for (const [k, item] of node.items.entries()) visit(asMap(item), [...path, String(k)])
    if (!isMap(node)) return
    const paths = pathsAt(path, kindOf)
    const known = paths ? keysAt(paths) : []
    for (const { key, keyNode, node: value } of pairsOf(node)) {
      const entry = known.find((one) => one.key === key)
      if (entry) spans.push({ ...rangeOf(reader, keyNode), kind: 'key', name: key, type: null, says: entry.says })
      visit(value, [...path, key])
    }
  }
  visit(root, [])
  return spans
}

const asMap = (node: unknown) => (isMap(node) ? node : null)
