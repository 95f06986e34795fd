import { bombs } from './bombs.ts'
import { payloads } from './payloads.ts'

/** A mark that finds a payload again. */
export const markOf = (place: number) => `m${String(place).padStart(3, '0')}`
export const marks = payloads.map((_, place) => markOf(place))

/** What can be stored: no NUL and no half of a character (those are refused, as the test says). */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed()

/** All of them in one text, each in a paragraph after its mark. */
export const everything = payloads.map((payload, place) => `${markOf(place)}: ${storable(payload)}`).join('\n\n')

/** As many whole ones as fit in one answer that is no text. */
function some(from: number, most: number): string {
  let text = ''
  for (let place = from; place < payloads.length; place++) {
    const next = `${text} ${storable(payloads[place] ?? '').replace(/\s+/g, ' ')}`.trim()
    if ([...next].length > most) break
    text = next
  }
  return text
}

interface Field {
  name: string
  kind: string
  shape?: number[]
}

const small = payloads.map((payload) => storable(payload)).filter((payload) => payload.length <= 64)
const one = (place: number) => small[place % small.length] ?? ''

/** An answer of a kind, made of payloads; texts take one of the bombs, but for the first. */
export function hostileAnswer({ kind, shape = [] }: Field, place: number, texts: string[]): object {
  switch (kind) {
    case 'text':
      return { kind, markdown: texts.shift() ?? Object.values(bombs)[place % Object.keys(bombs).length] }
    case 'formula':
      return { kind, notation: place % 2 === 0 ? 'text' : 'latex', source: some(place * 9, 3_000) }
    case 'choice':
      return { kind, chosen: ['<b onclick=x()>x', '"><svg onload=1'] }
    case 'order':
      return { kind, lines: ["'><img src=x>", '\u202edcba'] }
    case 'tensor':
      return {
        kind,
        shape,
        cells: Array.from({ length: shape.reduce((all, n) => all * n, 1) }, (_, k) => one(place + k)),
      }
    case 'layers': {
      const row = { units: one(1), kernel: one(2), stride: one(3), padding: one(4), activation: '' }
      return { kind, rows: [{ layer: 'conv', ...row }] }
    }
    default:
      return { kind, text: some(place * 3, 250) }
  }
}
