import type { PhrasingContent } from 'mdast'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** A stretch of a label; `from` and `to` are offsets in the label as it was written. */
export type LabelPart =
  | { kind: 'text' | 'math' | 'code'; text: string; from: number; to: number }
  | { kind: 'em' | 'strong'; parts: LabelPart[] }

// A label is one line: what begins with "1." or "#" is no list and no heading, and nothing in it is a link.
const oneLine = [
  ...['blockQuote', 'codeFenced', 'codeIndented', 'definition', 'headingAtx', 'htmlFlow', 'list', 'mathFlow'],
  ...['setextUnderline', 'thematicBreak', 'autolink', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
]

function lineAlone(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: oneLine } }]
}

const labels = unified().use(remarkParse).use(remarkMath).use(lineAlone)

/** Takes a label apart: Markdown of one line, with formulas between dollar signs. */
export function labelParts(markdown: string): LabelPart[] {
  return labels.parse(markdown).children.flatMap((block, k) => {
    const parts = 'children' in block ? partsOf(block.children as PhrasingContent[]) : []
    return k === 0 ? parts : [{ kind: 'text', text: ' ', from: 0, to: 0 } as const, ...parts]
  })
}

function partsOf(nodes: readonly PhrasingContent[]): LabelPart[] {
  return nodes.map((node): LabelPart => {
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? from
    switch (node.type) {
      case 'emphasis':
        return { kind: 'em', parts: partsOf(node.children) }
      case 'strong':
        return { kind: 'strong', parts: partsOf(node.children) }
      case 'inlineMath':
        return { kind: 'math', text: node.value, from, to }
      case 'inlineCode':
        return { kind: 'code', text: node.value, from, to }
      default:
        return { kind: 'text', text: 'value' in node ? node.value : ' ', from, to }
    }
  })
}
