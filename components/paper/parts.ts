import type { PaperNode } from '../../grader/answers/paper.ts'

/** About as much as a slow machine lays out without a pause that is felt, in characters of markup. */
const most = 9000

/** What a field costs to set, in characters of markup. */
const field = 1500

/** Where a tree may be cut so that it is set part by part: the number of nodes up to the end of each part. */
export function partsOf(nodes: readonly PaperNode[]): number[] {
  const ends: number[] = []
  let weight = 0
  for (const [k, node] of nodes.entries()) {
    weight += weightOf(node)
    if (weight < most && k < nodes.length - 1) continue
    ends.push(k + 1)
    weight = 0
  }
  return ends.length === 0 ? [0] : ends
}

function weightOf(node: PaperNode): number {
  if (typeof node === 'string') return node.length
  if ('html' in node) return node.html.length
  if ('field' in node) return field
  return node.children.reduce((sum, child) => sum + weightOf(child), 0)
}
