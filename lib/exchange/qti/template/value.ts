import { clean } from '../../item/tolerance.ts'

export type Atom = number | string | boolean

/** A value of template processing that is worked out already. */
export interface Known {
  kind: 'known'
  base: 'integer' | 'float' | 'boolean' | 'text'
  /** nothing: no value */
  values: readonly Atom[]
  many: boolean
}

/** One that differs from student to student: an expression over what is drawn. */
export interface Drawn {
  kind: 'drawn'
  base: 'integer' | 'float' | 'boolean'
  vector: boolean
  text: string
  /** how strongly its parts hold together */
  strength: number
  /** to how many it is rounded; null: not at all */
  decimals: number | null
}

export type Value = Known | Drawn

/** What is not carried, in words that stand after “its values cannot be drawn here: ”. */
export class NoCounterpart extends Error {}

/** A list without values that are drawn: nothing is known of it but how one of it is drawn. */
export class Rest extends NoCounterpart {
  readonly list: Known
  readonly without: readonly Drawn[]

  constructor(list: Known, without: readonly Drawn[]) {
    super('a list without a drawn value is looked at')
    this.list = list
    this.without = without
  }
}

export const strength = { or: 0, and: 1, not: 2, compare: 3, sum: 4, product: 5, atom: 6 } as const
const longest = 500

export function known(base: Known['base'], ...values: Atom[]): Known {
  return { kind: 'known', base, values, many: false }
}

export const nothing: Known = { kind: 'known', base: 'text', values: [], many: false }

export function drawn(base: Drawn['base'], text: string, how: number = strength.atom): Drawn {
  if (text.length > longest) throw new NoCounterpart('an expression is too long')
  return { kind: 'drawn', base, vector: false, text, strength: how, decimals: base === 'integer' ? 0 : null }
}

export const numberText = (value: number) => String(clean(value)).replace('e+', 'e')

/** The one number that it is; null where it is none, or drawn. */
export function numberOf(value: Value): number | null {
  const [only] = value.kind === 'known' && value.values.length === 1 ? value.values : []
  return typeof only === 'number' ? only : null
}

export const isNumeric = (value: Value) =>
  value.kind === 'drawn' ? value.base !== 'boolean' && !value.vector : numberOf(value) !== null

/** Its text, in brackets where what is around it would tear it apart. */
export function within(value: Value, least: number): string {
  const number = numberOf(value)
  const text = value.kind === 'drawn' ? value.text : numberText(number ?? 0)
  const own = value.kind === 'drawn' ? value.strength : (number ?? 0) < 0 ? strength.sum : strength.atom
  return own < least ? `(${text})` : text
}

/** A value as it stands in the file. */
export function atomOf(text: string, baseType: string): Known {
  const plain = text.trim()
  if (baseType === 'boolean') return known('boolean', plain === 'true' || plain === '1')
  if (baseType !== 'integer' && baseType !== 'float') return known('text', plain)
  const value = Number(plain)
  if (plain === '' || !Number.isFinite(value)) throw new NoCounterpart(`“${plain.slice(0, 40)}” is no number`)
  return known(baseType, value)
}
