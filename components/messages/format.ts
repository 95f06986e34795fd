/** Values a message may take. */
export type Arguments = Record<string, string | number>

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'argument'; name: string; number: boolean }
  | { kind: 'count' }
  | { kind: 'plural' | 'select'; name: string; options: Record<string, Part[]> }

const parsed = new Map<string, Part[]>()

/**
 * Formats a message in ICU syntax: `{name}`, `{n, number}`, `{n, plural, =0 {…} one {…} other {# …}}` and
 * `{x, select, a {…} other {…}}`. Two apostrophes print one; `'{'` prints a brace. A missing argument is a bug and throws.
 */
export function formatMessage(message: string, locale: string, given: Arguments = {}): string {
  let parts = parsed.get(message)
  if (!parts) {
    parts = parseMessage(message)
    parsed.set(message, parts)
  }
  return print(parts, locale, given, 0)
}

/** Reads a message; throws on a syntax error. */
export function parseMessage(message: string): Part[] {
  const reader = { source: message, at: 0 }
  const parts = readParts(reader, false)
  if (reader.at < message.length) throw new Error(`Unexpected } in message: ${message}`)
  return parts
}

function print(parts: Part[], locale: string, given: Arguments, count: number): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      if (part.kind === 'count') return new Intl.NumberFormat(locale).format(count)
      const value = given[part.name]
      if (value === undefined) throw new Error(`Message argument ${part.name} is missing`)
      if (part.kind === 'argument') {
        return part.number || typeof value === 'number'
          ? new Intl.NumberFormat(locale).format(Number(value))
          : isolated(value)
      }
      const number = Number(value)
      const form = part.kind === 'plural' ? new Intl.PluralRules(locale).select(number) : String(value)
      const option = part.options[`=${value}`] ?? part.options[form] ?? part.options.other ?? []
      return print(option, locale, given, part.kind === 'plural' ? number : count)
    })
    .join('')
}

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g
const otherDirection =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/

/** A name that runs from right to left, or says so, turns nothing of the sentence around it. */
function isolated(value: string): string {
  return otherDirection.test(value) ? `\u2068${value.replace(bidiControls, '')}\u2069` : value
}

interface Reader {
  source: string
  at: number
}

function readParts(reader: Reader, inPlural: boolean): Part[] {
  const parts: Part[] = []
  let text = ''
  const flush = () => {
    if (text) parts.push({ kind: 'text', text })
    text = ''
  }
  while (reader.at < reader.source.length) {
    const letter = reader.source[reader.at]
    if (letter === '}') break
    reader.at++
    if (letter === "'") {
      const next = reader.source[reader.at]
      if (next === "'" || next === '{' || next === '}') {
        text += next
        reader.at += next === "'" ? 1 : 2
      } else text += letter
    } else if (letter === '{') {
      flush()
      parts.push(readArgument(reader))
    } else if (letter === '#' && inPlural) {
      flush()
      parts.push({ kind: 'count' })
    } else text += letter
  }
  flush()
  return parts
}

function readArgument(reader: Reader): Part {
  const head = /^\s*(\w+)\s*(?:,\s*(number|plural|select)\s*)?(,|\})/.exec(reader.source.slice(reader.at))
  if (!head) throw new Error(`Malformed argument in message: ${reader.source}`)
  reader.at += head[0].length
  const [, name = '', type] = head
  if (head[3] === '}') return { kind: 'argument', name, number: type === 'number' }
  if (type !== 'plural' && type !== 'select') throw new Error(`Unknown argument style in message: ${reader.source}`)
  const options: Record<string, Part[]> = {}
  for (;;) {
    const key = /^\s*(=?\w+)\s*\{/.exec(reader.source.slice(reader.at))
    if (!key?.[1]) break
    reader.at += key[0].length
    options[key[1]] = readParts(reader, type === 'plural')
    close(reader)
  }
  if (!options.other) throw new Error(`A plural or select needs an "other" form: ${reader.source}`)
  close(reader)
  return { kind: type, name, options }
}

function close(reader: Reader): void {
  const end = /^\s*\}/.exec(reader.source.slice(reader.at))
  if (!end) throw new Error(`A brace is not closed in message: ${reader.source}`)
  reader.at += end[0].length
}
