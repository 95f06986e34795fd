import { entriesOf } from '../text/scan.ts'
import { splitText } from '../text/split-text.ts'

export interface Insertion {
  from: number
  insert: string
}

/** A name that a figure of this text can have: letters, digits and _, and not taken. */
export function figureName(wish: string, text: string): string {
  const taken = entriesOf(text).flatMap(({ path }) => (path[0] === 'figures' && path[1] ? [path[1]] : []))
  const plain = wish
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const base = plain.slice(0, 30) || 'figure'
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? base : `${base}_${n}`
    if (!taken.includes(name)) return name
  }
}

export interface Placed {
  name: string
  file: string
  alt: string
}

/** What must be put into the text so that a picture stands in it: its line among the figures, and its place in the body. */
export function placeFigure(text: string, { name, file, alt }: Placed, caret: number): Insertion[] {
  const { front, body } = splitText(text)
  if (!front) return []
  const line = `  ${name}: { kind: image, file: ${file}, alt: ${JSON.stringify(alt)} }\n`
  const figures = entriesOf(text).find(({ path }) => path.join('.') === 'figures')
  const after = figures && text.indexOf('\n', figures.key.to) + 1
  const entry =
    after && figures.value === null ? { from: after, insert: line } : { from: front.to, insert: `figures:\n${line}` }
  return [entry, paragraph(text, body, caret, `:figure[${name}]`)]
}

/** After the line of the caret, or at the end where one is not in the body. */
function paragraph(text: string, body: number, caret: number, insert: string): Insertion {
  const end = caret < body ? -1 : text.indexOf('\n', caret)
  const from = end < 0 ? text.length : end
  const before = text.slice(body, from)
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n'
  const close = /^\n(?:\n|$)/.test(text.slice(from, from + 2)) ? '' : '\n'
  return { from, insert: `${lead}${insert}${close}` }
}
