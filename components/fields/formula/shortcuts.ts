import type { FieldSymbol } from '../../../grader/answers/field.ts'
import { plainSpellings } from '../../../grader/language/names.ts'

/**
 * Shortcuts of the math editor that would mangle this subject: they turn `of`, `in`, `dt`, `Re`, `xx` and the like
 * into symbols in the middle of a name.
 */
const unwanted = new Set(
  'of in xx dx dy dt oo Re Im ii ee jj and or for if sum prod to ne ge le grad del inf NN ZZ QQ RR CC PP'.split(' '),
)

/** Functions that are written as a letter. */
const greek: Record<string, string> = { Phi: '\\Phi', phi: '\\phi' }

type Shortcut = string | { after?: string; value: string }

/** The editor's own shortcuts without the unwanted ones, with the symbols and functions of the question. */
export function shortcutsFor(
  defaults: Readonly<Record<string, Shortcut>>,
  symbols: readonly FieldSymbol[],
  functions: readonly string[],
): Record<string, Shortcut> {
  const kept = Object.fromEntries(Object.entries(defaults).filter(([typed]) => !unwanted.has(typed)))
  const own: Record<string, Shortcut> = { odot: '\\odot', '.*': '\\odot', circ: '\\circ', top: '\\top', cdot: '\\cdot' }
  for (const name of functions) {
    // The editor sets max or ln as it should. Of sqrt it makes a box that a space, which many type next, leaves empty.
    const kept = `\\${name}` === defaults[name]
    if (isWord(name) && !kept) own[name] = greek[name] ?? `\\operatorname{${name}}`
  }
  for (const symbol of symbols) {
    const typed = [symbol.name, ...symbol.aliases]
    for (const word of [...typed, ...typed.flatMap(plainSpellings)]) if (isWord(word)) own[word] = symbol.latex
  }
  return { ...kept, ...own }
}

/** Single letters need no shortcut; a subscript is typed as one. */
function isWord(name: string): boolean {
  return /^[A-Za-z]{2,}$/.test(name)
}
