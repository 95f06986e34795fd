import type { Expression } from './ast.ts'
import { greekCharacter } from './greek.ts'
import { layOut } from './lay-out.ts'
import type { Layout, LayoutOptions } from './layout.ts'
import { type NameParts, splitName } from './names.ts'

const operators: Record<string, string> = {
  '+': ' + ',
  '−': ' - ',
  '·': ' \\cdot ',
  '⊙': ' \\odot ',
  '⊘': ' \\oslash ',
  '/': '/',
  '⊤': '\\top',
  ',': ', ',
  '<': ' < ',
  '>': ' > ',
  '≤': ' \\le ',
  '≥': ' \\ge ',
  '=': ' = ',
  '≠': ' \\ne ',
  '∂': '\\partial ',
  ' ': '\\,',
}
const fences: Record<string, string> = {
  '|': '\\lvert',
  '‖': '\\lVert',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
}
const closing: Record<string, string> = { '|': '\\rvert', '‖': '\\rVert' }
/** Functions with a LaTeX command of their own; the natural logarithm is always set as ln. */
const commands: Record<string, string> = {
  exp: '\\exp',
  log: '\\ln',
  ln: '\\ln',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  sinh: '\\sinh',
  cosh: '\\cosh',
  tanh: '\\tanh',
  max: '\\max',
  min: '\\min',
  trace: '\\operatorname{tr}',
}

/** Prints an expression as LaTeX; `values` puts numbers in the place of names, for worked solutions. */
export function printLatex(expression: Expression, options: LayoutOptions = {}): string {
  return latex(layOut(expression, options))
}

function latex(layout: Layout): string {
  switch (layout.kind) {
    case 'row':
      return layout.parts.map(latex).reduce(glue, '')
    case 'number':
      return layout.text
    case 'name':
      return nameLatex(layout.name)
    case 'latex':
      return layout.source
    case 'operator':
      return operators[layout.text] ?? layout.text
    case 'function':
      return functionLatex(layout.name)
    case 'words':
      return `\\text{${layout.text}}`
    case 'fraction':
      return `\\frac{${latex(layout.above)}}{${latex(layout.below)}}`
    case 'superscript':
      return `${latex(layout.base)}^{${latex(layout.script)}}`
    case 'subscript':
      return `${latex(layout.base)}_{${latex(layout.script)}}`
    case 'root':
      return `\\sqrt{${latex(layout.body)}}`
    case 'fence': {
      const { open, close } = layout
      const body = latex(layout.body)
      const [left, right] = [fences[open] ?? open, closing[close] ?? fences[close] ?? close]
      return `\\left${left}${/^[A-Za-z]/.test(body) && left.length > 1 ? ' ' : ''}${body}\\right${right}`
    }
    case 'matrix':
      return `\\begin{bmatrix}${layout.rows.map((cells) => cells.map(latex).join(' & ')).join(' \\\\ ')}\\end{bmatrix}`
    case 'cases': {
      const rows = layout.rows.map(
        ({ value, when }) => `${latex(value)} & ${when ? `\\text{if } ${latex(when)}` : '\\text{otherwise}'}`,
      )
      return `\\begin{cases}${rows.join(' \\\\ ')}\\end{cases}`
    }
  }
}

/** A command must not swallow the letter after it. */
function glue(before: string, after: string): string {
  return /\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}

function functionLatex(name: string): string {
  if (Object.hasOwn(commands, name)) return commands[name] ?? name
  const parts = splitName(name)
  if (parts && (greekCharacter(parts.base) || parts.base.length === 1)) return nameLatex(parts)
  return `\\operatorname{${name.replaceAll('_', '\\text{-}')}}`
}

/** The LaTeX of a name: `W_o` → `W_{o}`, `s_next` → `s_{\text{next}}`, `tilde(s)_t` → `\tilde{s}_{t}`. */
export function latexName(name: string, names: LayoutOptions['names'] = {}): string {
  if (Object.hasOwn(names, name)) return names[name] ?? name
  const parts = splitName(name)
  return parts ? nameLatex(parts) : `\\text{${name.replace(/[\\{}$&#^_%~]/g, '')}}`
}

function nameLatex({ accent, base, subscripts, primes }: NameParts): string {
  const numbered = /^([A-Za-z])(\d+)$/.exec(base)
  const letter = wordLatex(numbered?.[1] ?? base, '\\mathrm')
  const scripts = [...(numbered ? [numbered[2] ?? ''] : []), ...subscripts].map(subscriptLatex)
  const head = accent ? `\\${accent}{${letter}}` : letter
  return `${head}${scripts.length > 0 ? `_{${scripts.join(',')}}` : ''}${"'".repeat(primes)}`
}

/** Words of a subscript are set upright, single letters and Greek as variables. */
function subscriptLatex(subscript: string): string {
  return subscript
    .replace(/[A-Za-z]+/g, (word) => wordLatex(word, '\\text'))
    .replace(/(\\[a-z]+)(?![a-z{])(?=[A-Z])/g, '$1 ')
}

function wordLatex(word: string, upright: string): string {
  if (word === 'omicron') return 'o'
  if (greekCharacter(word)) return /^(Alpha|Beta)$/.test(word) ? word : `\\${word}`
  return word.length === 1 ? word : `${upright}{${word}}`
}
