import katex from 'katex'
import { type LabelPart, labelParts } from './label-parts.ts'
import { latexWords } from './latex-words.ts'

/** What a field is called: in plain words, and where these are not all of it as its author wrote it. */
export interface FieldLabel {
  label: string
  labelMarkdown?: string
}

/** What is wrong in a label, with its offsets there. */
interface LabelProblem {
  from: number
  to: number
  message: string
}

const longestFormula = 200
const longestLabel = 400
// nothing else begins a formula, an emphasis, a code or an escape
const plain = /^[^$*_`\\&\n\r]*$/

/** A label as it was written, taken apart into words and formulas. */
export function readLabel(written: string): FieldLabel & { problems: LabelProblem[] } {
  if (plain.test(written)) return { label: written, problems: [] }
  if (written.length > longestLabel) {
    const message = `A label has at most ${longestLabel} characters.`
    return { label: written, problems: [{ from: 0, to: written.length, message }] }
  }
  const parts = labelParts(written)
  const label = wordsOf(parts).replace(/\s+/g, ' ').trim()
  const problems = parts.flatMap((part) => problemsOf(part, written))
  if (label === '' && problems.length === 0) {
    problems.push({ from: 0, to: written.length, message: 'A label must not be empty.' })
  }
  return { label, ...(label === written ? {} : { labelMarkdown: written }), problems }
}

function wordsOf(parts: readonly LabelPart[]): string {
  return parts
    .map((part) => ('parts' in part ? wordsOf(part.parts) : part.kind === 'math' ? latexWords(part.text) : part.text))
    .join('')
}

function problemsOf(part: LabelPart, written: string): LabelProblem[] {
  if ('parts' in part) return part.parts.flatMap((inner) => problemsOf(inner, written))
  const { kind, text, from, to } = part
  if (kind === 'math') {
    const wrong = unset(text)
    return wrong === null ? [] : [{ from, to, message: `The formula of this label cannot be set: ${wrong}.` }]
  }
  if (kind === 'code') return []
  const alone = /(?<!\\)(?:\\\\)*\$/.exec(written.slice(from, to))
  if (!alone) return []
  const at = from + alone.index + alone[0].length - 1
  return [{ from: at, to: at + 1, message: 'This “$” has no second one; a dollar sign is written \\$.' }]
}

/** Why a formula cannot be set, or null. */
function unset(latex: string): string | null {
  if (latex.length > longestFormula) return `it has more than ${longestFormula} characters`
  try {
    katex.renderToString(latex, { throwOnError: true, strict: 'ignore', trust: false, maxExpand: 1000, maxSize: 20 })
    return null
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return said.replace(/^KaTeX parse error: /, '').replace(/ at (?:position \d+|end of input)[\s\S]*$/, '')
  }
}
