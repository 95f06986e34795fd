import { canonicalName } from '../../../grader/language/names.ts'
import { type MathNode, printMathml } from '../../../grader/language/print-mathml.ts'

/** `name =` as MathML; a target that is not one name is shown as it was written. */
export function targetMath(latex: string): MathNode {
  const name = canonicalName(latex)
  const equals: MathNode = { tag: 'mo', text: '=' }
  if (name === null) return { tag: 'math', children: [{ tag: 'mtext', text: latex }, equals] }
  const printed = printMathml({ kind: 'name', name, span: { start: 0, end: latex.length } })
  return { tag: 'math', children: 'children' in printed ? [...printed.children, equals] : [printed, equals] }
}
