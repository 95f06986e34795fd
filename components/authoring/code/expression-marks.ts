import { tokeniseText } from '../../../grader/language/tokenise-text.ts'
import { entriesOf } from '../text/scan.ts'

/** A stretch of the text that is shown in a colour of its own. */
export interface Mark {
  from: number
  to: number
  class: string
}

/** Keys whose values are in the notation of the subject, wherever they stand. */
const notation = [
  /^parameters\.[^.]+$/,
  /^where\.\[\]$/,
  /^reference\.[^.]+$/,
  /^(?:mistakes|conventions)\..+\.steps\..+$/,
  /^answers\.[^.]+\.(?:equals|example)$/,
  /^answers\.[^.]+\.(?:accept|shape)\.\[\]$/,
  /^answers\.[^.]+\.holds\.\[\]\.that$/,
  /^answers\.[^.]+\.mistakes\.[^.]+\.(?:equals|value)$/,
  /^figures\.[^.]+\.(?:value|curve|from|to)$/,
]
const holes = /\{\{([^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*)\}\}/g
const places = /:(?:answer|figure)\[\w*\]?/g
const mathematics = /\$\$[^$]+\$\$|\$(?!\s)[^$\n]+\$/g

/** Expressions of the front matter, what the text prints, where fields and figures stand, and formulas. */
export function marksOf(text: string): Mark[] {
  const marks: Mark[] = []
  for (const { path, value } of entriesOf(text)) {
    if (value && notation.some((pattern) => pattern.test(path.join('.')))) {
      marks.push(...expressionMarks(text.slice(value.from, value.to), value.from))
    }
  }
  for (const { 0: found, index } of text.matchAll(mathematics)) {
    marks.push({ from: index, to: index + found.length, class: 'q-math' })
  }
  for (const { 0: found, index } of text.matchAll(places)) {
    marks.push({ from: index, to: index + found.length, class: 'q-place' })
  }
  for (const { 0: found, 1: inner = '', index } of text.matchAll(holes)) {
    marks.push({ from: index, to: index + found.length, class: 'q-hole' })
    marks.push(...expressionMarks(inner, index + 2))
  }
  return marks
}

function expressionMarks(source: string, at: number): Mark[] {
  return tokens(source).flatMap(({ kind, text, start, end }, k, all) => {
    if (end <= start || kind === 'end') return []
    const next = all[k + 1]
    const called = kind === 'name' && next?.text === '(' && !next.space
    const look = kind === 'number' ? 'q-number' : called ? 'q-function' : kind === 'name' ? 'q-name' : 'q-operator'
    return [{ from: at + start, to: at + end, class: text === 'gradient' ? 'q-function' : look }]
  })
}

/** What is half typed may hold signs that mean nothing yet: it stays plain. */
function tokens(source: string) {
  try {
    return tokeniseText(source, false)
  } catch {
    return []
  }
}
