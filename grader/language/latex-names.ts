import { Fault } from './fault.ts'
import { greekName } from './greek.ts'
import { accentCommands, styleCommands } from './latex-commands.ts'
import type { LatexSource } from './latex-source.ts'
import { joinName, type NameParts, splitName } from './names.ts'

/** A word without its styles, braces and spaces: `\mathrm{bias}` → `bias`. */
export function plainWord(source: string): string {
  const styles = Object.keys(styleCommands)
    .filter((name) => /^[a-z]+$/i.test(name))
    .join('|')
  return source
    .replace(new RegExp(`\\\\(?:${styles})(?![A-Za-z])\\*?`, 'g'), '')
    .replace(/\\([A-Za-z]+)/g, (all, command: string) => greekName(command) ?? all)
    .replace(/\\([_\s,;:!-])/g, (_, character: string) => (character === '_' ? '_' : ''))
    .replace(/[{}]/g, '')
    .trim()
}

/** The name under an accent: `\hat{y}_t`, `\tilde s`. */
export function accentedName(source: LatexSource, accent: string, start: number): NameParts {
  const inner = splitName(plainWord(source.argument()).replace(/\s+/g, ''))
  if (!inner || inner.accent) {
    throw new Fault('parse', 'An accent must stand over one name.', { start, end: source.at })
  }
  return { ...inner, accent: accentCommands[accent] ?? accent }
}

/** Reads subscripts and primes that follow a name. */
export function readSuffix(source: LatexSource, parts: NameParts): NameParts {
  const subscripts = [...parts.subscripts]
  let { primes } = parts
  for (;;) {
    const before = source.at
    source.skipSpace()
    const prime = source.match(/['′’]|\^\s*\{\s*(?:(?:\\prime|['′])\s*)+\}|\^\s*(?:\\prime(?![A-Za-z])|['′])/)
    if (prime) {
      primes += prime.match(/\\prime|['′’]/g)?.length ?? 1
      source.at += prime.length
    } else if (source.text[source.at] === '_') {
      const start = source.at
      source.at += 1
      const subscript = source.argument()
      if (plainWord(subscript) === '' || /[\^]/.test(subscript)) {
        throw new Fault('parse', 'This subscript cannot be read.', { start, end: source.at })
      }
      subscripts.push(subscript)
    } else {
      source.at = before
      return { ...parts, subscripts, primes }
    }
  }
}

/** The letters of a run as units: the last one carries subscripts and primes. */
export function unitsOf(letters: string, parts: NameParts, single: boolean): { text: string; units: string[] } {
  const text = joinName(parts)
  if (single || parts.accent) return { text, units: [text] }
  const units = [...letters]
  units[units.length - 1] += text.slice(letters.length)
  return { text, units }
}
