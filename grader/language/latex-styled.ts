import { Fault } from './fault.ts'
import { greekName } from './greek.ts'
import { accentCommands, styleCommands } from './latex-commands.ts'
import { accentedName, plainWord } from './latex-names.ts'
import { LatexSource } from './latex-source.ts'
import { reserved } from './token.ts'
import type { LatexReader } from './tokenise-latex.ts'

const accented = new RegExp(`^\\s*\\\\(${Object.keys(accentCommands).join('|')})(?![A-Za-z])`)
const conditional = /^\s*(?:if|for|when|where)\s*[\s:,$]\s*\$?([^$]*)\$?\s*$/

/**
 * Upright words and bold letters are names like any other; `\text{if}` and `\text{otherwise}` are words, and a
 * condition may stand with them in one text. `\mathbf{1}` is the number.
 */
export function readStyled(reader: LatexReader, command: string, start: number): void {
  const { source } = reader
  const raw = source.argument()
  const end = source.at
  const fail = (what: string) => new Fault('parse', `“${what.slice(0, 30)}” has no meaning here.`, { start, end })
  const accent = accented.exec(raw)?.[1]
  if (accent !== undefined) {
    const inner = new LatexSource(raw.trimStart().slice(accent.length + 1))
    const parts = accentedName(inner, accent, start)
    if (inner.text.slice(inner.at).trim() !== '') throw fail(raw)
    reader.name(parts, start, true)
    return
  }
  const condition = conditional.exec(raw)?.[1]
  if (condition !== undefined && condition.trim() !== '') {
    const from = source.text.indexOf(raw, start) + raw.indexOf(condition, raw.search(/\S/) + 2)
    reader.emit('name', 'if', start, end)
    reader.within(from, from + condition.length)
    source.at = end
    return
  }
  const word = plainWord(raw)
  const plain = /^(for|when|if:|if)$/.test(word) ? 'if' : /^(else|otherwise\.?)$/.test(word) ? 'otherwise' : word
  if (plain === '') reader.spaced()
  else if (reserved.has(plain)) reader.emit('name', plain, start, end)
  else if (/^\d+$/.test(plain) && plain.length <= 9) readNumber(reader, plain, start)
  else if (!/^[\p{L}][\p{L}\p{Nd}_]*$/u.test(plain)) throw fail(word)
  else {
    const [base = plain, ...subscripts] = plain.split('_')
    const single = (styleCommands[command] ?? true) || greekName(base) !== undefined || subscripts.length > 0
    reader.name({ accent: null, base, subscripts, primes: 0 }, start, single)
  }
}

/** `\mathbf{1}`; with a condition after it, `\mathbb{1}_{x > 0}`, it is 1 where that holds, else 0. */
function readNumber(reader: LatexReader, digits: string, start: number): void {
  const { source } = reader
  reader.emit('number', digits, start, source.at)
  if (digits !== '1' || !/^\s*_/.test(source.text.slice(source.at, source.at + 5))) return
  source.skipSpace()
  source.at += 1
  reader.argument()
}
