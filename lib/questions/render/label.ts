import type { Labelled } from '../../../grader/answers/field.ts'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { FieldLabel } from '../../../grader/question/label.ts'
import { type LabelPart, labelParts } from '../../../grader/question/label-parts.ts'
import { kept } from './kept.ts'
import { renderMath } from './math.ts'
import { withoutSource } from './without-source.ts'

/** A field's name as pages take it: in words, and set where it was written with formulas. */
export function shownLabel({ label, labelMarkdown }: FieldLabel): Labelled {
  return labelMarkdown ? { label, labelNodes: labelNodes(labelMarkdown) } : { label }
}

const labelNodes = kept((markdown) => withoutSource(labelParts(markdown).map(nodeOf)))

function nodeOf(part: LabelPart): PaperNode {
  switch (part.kind) {
    case 'em':
    case 'strong':
      return { tag: part.kind, children: part.parts.map(nodeOf) }
    case 'math':
      return renderMath(part.text)
    case 'code':
      return { tag: 'code', children: [part.text] }
    case 'text':
      return part.text
  }
}
