import { isScalar, isSeq, type Node, type YAMLError } from 'yaml'
import type { Stretch } from './reader.ts'

const quoteIt = 'Put the text in quotes.'
const together = 'Keys that belong together stand under each other: a line here stands farther in or out.'

/** Commands of LaTeX that double quotes turn into a tab, a new line or another sign that nobody sees. */
const swallowed =
  /(?<=(?:^|[^\\])(?:\\\\)*)\\(?:a(?:lpha|pprox|rg|st|ngle)|b(?:eta|ar|egin|inom|ig|oldsymbol|f|ot)|e(?:ta|psilon|xp|ll|quiv|xists|nd)|f(?:rac|orall)|n(?:abla|u|eq?|ot|otin|i|orm)|r(?:ho|ight|m|angle|ceil|floor)|t(?:heta|au|anh?|ext|imes|o|op|ilde|frac)|v(?:ec|artheta|arphi|arepsilon|dots|ert|ee))(?![A-Za-z])/g
const twice = 'In double quotes a backslash is written twice; in single quotes once.'

/** Where a text in double quotes, as it stands in the file, loses a command of LaTeX. */
export function lostCommands(raw: string, start: number): [Stretch, string][] {
  return [...raw.matchAll(swallowed)].map(({ 0: command, index }) => {
    return [{ start: start + index, end: start + index + command.length }, `“${command}” is lost here. ${twice}`]
  })
}

/** What to say of an error of YAML, in words for somebody who has never heard of it. */
const sayings: readonly [code: string, pattern: RegExp, says: string][] = [
  ['BLOCK_AS_IMPLICIT_KEY', /./, `A colon with a blank after it begins a new key. ${quoteIt}`],
  ['BLOCK_IN_FLOW', /./, `A colon with a blank after it begins a new key. ${quoteIt}`],
  ['BAD_SCALAR_START', /./, `A text cannot begin with this sign. ${quoteIt}`],
  ['UNEXPECTED_TOKEN', /scalar at node end|token|same line/, `What begins so ends before this. ${quoteIt}`],
  ['UNEXPECTED_TOKEN', /Unexpected flow/, `A bracket too many, or one too few before it. ${quoteIt}`],
  ['BAD_DQ_ESCAPE', /./, `This sign cannot stand after a backslash here. ${twice}`],
  ['TAB_AS_INDENT', /./, 'Lines are indented with blanks, not with tabs.'],
  [
    'BAD_INDENT',
    /same column/,
    'Keys that belong together stand under each other: this line stands farther in or out.',
  ],
  ['BAD_INDENT', /Flow (?:map|sequence)/, 'A { or [ is not closed before this line.'],
  ['MISSING_CHAR', /end with|Flow/, 'A { or [ is not closed before this.'],
  ['MISSING_CHAR', /closing/, 'This quote is never closed.'],
  ['MISSING_CHAR', /Implicit map keys/, 'A key needs a colon after it, and what it stands for.'],
  ['MULTILINE_IMPLICIT_KEY', /./, 'A key needs a colon after it, and what it stands for.'],
]

/** The value of a line `key: value`, which does not open a bracket. */
const leader = /^[ \t]*(?:-[ \t]+)*(?:"[^"]*"|'[^']*'|[^\s:#{}[\],'"][^:#]{0,200}?)[ \t]*:[ \t]+(?=\S)/

/** Where an error of YAML is, and in words what it is. What needs quotes is meant as a whole. */
export function inWords({ code, message, pos }: YAMLError, source: string, start: number): [Stretch, string] {
  const at = { start: start + pos[0], end: start + pos[1] }
  const found = sayings.find(([of, pattern]) => of === code && pattern.test(message))
  const [, , says = `${message.split('\n')[0]}.`] = found ?? []
  const value = says.endsWith(quoteIt) ? valueAround(source, at.start) : null
  // the colon stands in the next line
  if (value && code === 'BLOCK_AS_IMPLICIT_KEY' && !/:\s/.test(source.slice(value.start, value.end)))
    return [value, together]
  return [value ?? at, says]
}

function valueAround(source: string, at: number): Stretch | null {
  const lineStart = source.lastIndexOf('\n', at - 1) + 1
  const line = /[^\r\n]*/y
  line.lastIndex = lineStart
  const text = (line.exec(source)?.[0] ?? '').trimEnd()
  const from = leader.exec(text)?.[0].length
  // in braces it cannot be told where the text ends
  if (from === undefined || text[from] === '{' || at < lineStart + from) return null
  return { start: lineStart + from, end: lineStart + text.length }
}

/** What a map should look like, where something else stands in its place. */
export function howMapsLook(node: Node | null, what: string, like: readonly string[]): string {
  const form = like.length > 0 ? `{ ${like.map((key) => `${key}: …`).join(', ')} }` : null
  if (node === null)
    return form
      ? `${what} is empty: write it as ${form}.`
      : `${what} is empty: under it stands one “name: …” a line, indented by two blanks.`
  const stands = isScalar(node) ? ', not a single value' : isSeq(node) ? ', not a list' : ''
  return form
    ? `${what} is written as ${form}${stands}.`
    : `${what} holds one “name: …” a line, indented by two blanks${stands}.`
}
