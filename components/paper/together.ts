import type { PaperNode } from '../../grader/answers/paper.ts'

/** A field with what must not be parted from it: "g =" before it, the full stop after it. */
export interface Together {
  before: PaperNode[]
  field: string
  after: string
}

const closing = /^[.,;:!?…)\]’”»]+(?=\s|$)/
/** After a field that is drawn below its text it would begin a line. */
const stop = /^[.,;]+(?=\s|$)/
/** A short name and its sign, or an opening bracket. */
const lead = /(?:\S{1,12}\s+)?\S{0,12}[=≈≤≥<>∈]\s*$|\S{0,12}[([“„]$/u
const signAtEnd =
  /<mo[^>]*>(?:=|≈|≤|≥|&lt;|&gt;|∈)<\/mo>(?:<\/mrow>)?(?:<annotation[\s\S]*?<\/annotation>)?<\/semantics>/
/** A formula of more signs may stand at the end of its line. */
const mostSigns = 8

/** Puts what belongs to a field beside it, where it stands within a line of text. */
export function together(nodes: readonly PaperNode[], inLine: (field: string) => boolean): (PaperNode | Together)[] {
  const set: (PaperNode | Together)[] = []
  const rest = [...nodes]
  for (const [k, node] of nodes.entries()) {
    if (typeof node === 'string' || !('field' in node)) {
      set.push(rest[k] ?? node)
      continue
    }
    const next = rest[k + 1]
    if (!inLine(node.field)) {
      if (typeof next === 'string') rest[k + 1] = next.replace(stop, '')
      set.push(node)
      continue
    }
    const after = typeof next === 'string' ? (closing.exec(next)?.[0] ?? '') : ''
    if (typeof next === 'string') rest[k + 1] = next.slice(after.length)
    const before = takeLead(set)
    set.push(before.length === 0 && after === '' ? node : { before, field: node.field, after })
  }
  return set
}

/** Takes the lead of a field from the end of what is set. */
function takeLead(set: (PaperNode | Together)[]): PaperNode[] {
  const last = set.at(-1)
  if (typeof last !== 'string') return isLead(last) ? [set.pop() as PaperNode] : []
  if (last.trim() === '') {
    const formula = set.at(-2)
    return isLead(formula) ? (set.splice(-2) as PaperNode[]) : []
  }
  const found = lead.exec(last)
  if (!found) return []
  const before = last.slice(0, found.index)
  const formula = set.at(-2)
  // the sign of a formula that stands before it: "$g$ ="
  if (before.trim() === '' && isShort(formula)) return set.splice(-2) as PaperNode[]
  set[set.length - 1] = before
  return [found[0]]
}

type Formula = Extract<PaperNode, { html: string }>

function isShort(node: PaperNode | Together | undefined): node is Formula {
  if (typeof node !== 'object' || !('html' in node) || node.block) return false
  return (node.html.match(/<m[ino][ >]/g) ?? []).length <= mostSigns
}

const isLead = (node: PaperNode | Together | undefined) => isShort(node) && signAtEnd.test(node.html)
