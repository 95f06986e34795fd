import type { RawAnswer } from '../../answers/raw-answer.ts'
import type { JudgedField } from '../../question/fields.ts'
import type { Random } from '../../question/random.ts'

type Cells = readonly number[]

export function oneOf<T>(items: readonly T[], random: Random): T {
  return items[random.below(items.length)] as T
}

/** A whole share of 1, from 0 up to 1. */
export function share(random: Random): number {
  return random.below(2 ** 20) / 2 ** 20
}

const unreadable = ['abc', '1..2', '3,4,5', '1/0', 'zwei', '√', '--', '1e', 'NaN', '０．５', '1 2 3']
const extreme = ['1e300', '-1e300', '1e-320', '-0', '0', '1e16', '9007199254740993', '-1e-9', '3.4e38', '1e39']

/** Digits enough that reading them back gives the very number. */
function exactly(value: number): string {
  return String(value)
}

/** Values moved to where a band ends: a thousandth inside or outside of it. */
function atTheEdge(values: Cells, bands: Cells, random: Random): string[] {
  return values.map((value, k) => {
    const reach =
      (bands.length === values.length ? (bands[k] ?? 0) : Math.max(0, ...bands)) * oneOf([0.999, 1, 1.001], random)
    return exactly(value + oneOf([-1, 0, 1], random) * reach)
  })
}

function swapped(texts: string[], random: Random): string[] {
  const [a, b] = [random.below(texts.length), random.below(texts.length)]
  return texts.map((text, k) => (k === a ? (texts[b] ?? text) : k === b ? (texts[a] ?? text) : text))
}

/** The cells of a field, as somebody may have written these values down. */
export function writtenCells(values: Cells, bands: Cells, decimals: number, random: Random): string[] {
  const rounded = values.map((value) => value.toFixed(decimals))
  const some = (change: (text: string) => string) =>
    rounded.map((text) => (random.below(4) === 0 ? change(text) : text))
  switch (random.below(14)) {
    case 0:
      return values.map(exactly)
    case 1:
    case 2:
    case 3:
      return atTheEdge(values, bands, random)
    case 4:
      return swapped(rounded, random)
    case 5:
      return some(() => '')
    case 6:
      return some(() => oneOf(unreadable, random))
    case 7:
      return some(() => oneOf(extreme, random))
    case 8:
      return values.map((value) => (value + (share(random) - 0.5) * 4 * 10 ** -decimals).toFixed(decimals + 2))
    case 9:
      return values.map(() => (20 * share(random) - 10).toFixed(decimals))
    case 10:
      return values.map((value) => (-value).toFixed(decimals))
    case 11:
      return values.map((value) => value.toFixed(Math.max(0, decimals - 1)))
    case 12:
      return values.map(() => oneOf(['0', '0', '1', rounded[0] ?? '0'], random))
    default:
      return rounded
  }
}

/** An answer of another form than the field has, or of another kind altogether. */
function otherForm(shape: readonly number[], cells: string[], random: Random): RawAnswer {
  switch (random.below(5)) {
    case 0:
      return { kind: 'tensor', shape: [...shape].reverse(), cells }
    case 1:
      return { kind: 'tensor', shape: [...shape, 1], cells }
    case 2:
      return { kind: 'tensor', shape: [cells.length + 1], cells: [...cells, '0'] }
    case 3:
      return { kind: 'text', markdown: cells.join(' ') }
    default:
      return {
        kind: 'shape',
        text: oneOf(['', '3', '3×3×', '(2, 2)', 'C=3, H=4, W=5', '1 x 2 x 3 x 4', '-1×2'], random),
      }
  }
}

/** These values in the form of a field, neatly rounded or otherwise; now and then in another form, or nothing at all. */
export function writtenAnswer(
  field: JudgedField,
  shape: readonly number[],
  values: Cells,
  bands: Cells,
  neat: boolean,
  random: Random,
): RawAnswer | null {
  if (random.below(25) === 0) return null
  const decimals = field.kind === 'shape' ? 0 : field.decimals
  const cells =
    neat && random.below(6) > 0
      ? values.map((value) => value.toFixed(decimals))
      : writtenCells(values, bands, decimals, random)
  if (random.below(25) === 0) return otherForm(shape, cells, random)
  if (field.kind === 'number') return { kind: 'number', text: cells[0] ?? '' }
  if (field.kind === 'shape') return { kind: 'shape', text: cells.join(oneOf([' × ', ',', ' x '], random)) }
  return { kind: 'tensor', shape: [...shape], cells }
}
