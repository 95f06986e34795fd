import katex from 'katex'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import { kept } from './kept.ts'

const longest = 2000
const deepest = 60

/** How deep braces and environments nest: KaTeX recurses, so depth is bounded before it sees a text. */
function depthOf(latex: string): number {
  let depth = 0
  let most = 0
  for (const found of latex.matchAll(/\\\\|\\[{}]|\{|\}|\\left|\\right|\\begin|\\end/g)) {
    const text = found[0]
    if (text === '{' || text === '\\left' || text === '\\begin') most = Math.max(most, ++depth)
    else if (text === '}' || text === '\\right' || text === '\\end') depth--
  }
  return most
}

const toHtml = (displayMode: boolean) => (latex: string) =>
  katex.renderToString(latex, {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: 'ignore',
    trust: false,
    maxExpand: 1000,
    maxSize: 20,
  })
const made = { displayed: toHtml(true), inline: toHtml(false) }
// the short formulas of a question are the same in all of its variants; long ones have a variant's numbers in them
const remembered = { displayed: kept(made.displayed), inline: kept(made.inline) }
const short = 200

/**
 * LaTeX as HTML and MathML, made here so that no browser needs a math library. A text that is too long, too deep or not
 * LaTeX comes back as the source, readable and inert.
 */
export function renderMath(latex: string, options: { display?: boolean; trusted?: boolean } = {}): PaperNode {
  const display = options.display ?? false
  // a printed tensor may be long; what a student types may not
  const limit = options.trusted ? 20 * longest : longest
  const source: PaperNode = { tag: 'code', class: 'math-source', children: [latex] }
  if (latex.length > limit || depthOf(latex) > deepest) return source
  try {
    const html = (options.trusted && latex.length <= short ? remembered : made)[display ? 'displayed' : 'inline'](latex)
    return display ? { html, block: true } : { html }
  } catch {
    return source
  }
}
