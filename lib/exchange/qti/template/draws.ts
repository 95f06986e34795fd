import type { ItemParameter } from '../../item/item.ts'
import { freshName } from '../../item/names.ts'
import { clean, writtenDecimals } from '../../item/tolerance.ts'
import {
  type Drawn,
  drawn,
  isNumeric,
  type Known,
  known,
  NoCounterpart,
  numberOf,
  numberText,
  strength,
  type Value,
  within,
} from './value.ts'

/** Where the values come from that template processing draws; `name`: of the variable that is about to have it. */
export interface Draws {
  integer(low: Value, high: Value, step: Value, name: string): Value
  float(low: Value, high: Value, name: string): Value
  /** `unlike`: values drawn before that it must not have */
  one(among: Known, name: string, unlike: readonly Drawn[]): Value
  several(count: Value, low: Value, high: Value, name: string): Value | null
  constant(name: 'pi' | 'e'): Value
}

/** What a variable may be called in a question file. */
export function plainName(identifier: string, taken: Set<string>): string {
  const kept = /^[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*$/.test(identifier) && identifier.length <= 30
  return freshName(
    kept && !words.has(identifier)
      ? identifier
      : `value_${identifier.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 20)}`.replace(/_$/, ''),
    taken,
    '_',
  )
}

/** Words of the notation itself, and letters that are numbers there. */
const words = new Set('if else otherwise cases and or not e E pi Pi'.split(' '))
const mostPicked = 60

/** Every student has values of their own: parameters, as question files have them. */
export class DrawnForEach implements Draws {
  readonly parameters: ItemParameter[] = []
  readonly where: string[] = []
  readonly #names: Set<string>
  readonly #note: (sentence: string) => void

  constructor(names: Set<string>, note: (sentence: string) => void) {
    this.#names = names
    this.#note = note
  }

  integer(low: Value, high: Value, step: Value, name: string): Value {
    const [first, last, by] = [numberOf(low), numberOf(high), numberOf(step)]
    if (by === 1) return this.#parameter(name, 'integer', `integer(${this.#limit(low)}, ${this.#limit(high)})`)
    if (first === null || last === null || by === null || by < 1)
      throw new NoCounterpart('the steps between random numbers are drawn themselves')
    const count = Math.floor((last - first) / by) + 1
    if (count <= mostPicked && count >= 1) {
      const values = Array.from({ length: count }, (_, k) => numberText(first + k * by))
      return this.#parameter(name, 'integer', `pick(${values.join(', ')})`)
    }
    const place = this.#parameter(name, 'integer', `integer(0, ${count - 1})`)
    return drawn('integer', `${numberText(first)} + ${numberText(by)} * ${place.text}`, strength.sum)
  }

  float(low: Value, high: Value, name: string): Value {
    const ends = [numberOf(low) ?? 0, numberOf(high) ?? 1]
    const width = Math.abs((ends[1] ?? 1) - (ends[0] ?? 0))
    const wanted = Math.max(
      2,
      Math.ceil(clean(Math.log10(1000 / (width || 1)))),
      ...ends.map((end) => writtenDecimals(numberText(end))),
    )
    const places = Math.min(9, wanted)
    this.#note(`${name} was any number of its range there; here it is drawn with ${places} decimals.`)
    return {
      ...this.#parameter(name, 'float', `decimal(${this.#limit(low)}, ${this.#limit(high)}, ${places})`),
      decimals: places,
    }
  }

  one(among: Known, name: string, unlike: readonly Drawn[]): Value {
    const [first] = among.values
    if (unlike.length > 0) return this.#another(among, name, unlike)
    if (first === undefined) throw new NoCounterpart('something is drawn of nothing')
    if (new Set(among.values).size === 1) return known(among.base, first)
    if (among.values.every((value) => typeof value === 'number'))
      return this.#parameter(
        name,
        among.base === 'integer' ? 'integer' : 'float',
        `pick(${among.values.map(numberText).join(', ')})`,
      )
    const some = among.values.slice(0, 6).map((value) => `“${String(value).slice(0, 30)}”`)
    this.#note(`${name} was drawn of ${some.join(', ')} there, which are no numbers; here it is always ${some[0]}.`)
    return known(among.base, first)
  }

  #another(among: Known, name: string, unlike: readonly Drawn[]): Value {
    const made = this.one(among, name, [])
    if (made.kind !== 'drawn') throw new NoCounterpart('something is drawn of nothing')
    for (const one of unlike) this.where.push(`${made.text} != ${within(one, strength.sum)}`)
    return made
  }

  several(count: Value, low: Value, high: Value, name: string): Value {
    const made = this.#parameter(
      name,
      'integer',
      `integers([${this.#limit(count)}], ${this.#limit(low)}, ${this.#limit(high)})`,
    )
    return { ...made, vector: true }
  }

  constant(name: 'pi' | 'e'): Value {
    return drawn('float', name)
  }

  /** Limits are numbers, or whole numbers drawn before. */
  #limit(value: Value): string {
    const integer =
      value.kind === 'known' ||
      this.parameters.some(({ name, generator }) => name === value.text && /^(?:integer\(|pick)/.test(generator))
    if (!isNumeric(value) || !integer) throw new NoCounterpart('the range of a random number is worked out')
    return within(value, 0)
  }

  #parameter(wanted: string, base: 'integer' | 'float', generator: string): Drawn {
    if (this.parameters.length >= 60) throw new NoCounterpart('too much is drawn')
    const name = plainName(wanted, this.#names)
    this.parameters.push({ name, generator })
    return drawn(base, name)
  }
}

/** One draw after another, always the same ones: for what has no counterpart as an expression. */
export class DrawnHere implements Draws {
  #state: number

  constructor(seed: number) {
    this.#state = (seed * 2654435761 + 97) >>> 0
  }

  /** From 0 to 1, without 1. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    const mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }

  integer(low: Value, high: Value, step: Value): Value {
    const [first, last, by] = [needed(low), needed(high), needed(step)]
    const count = Math.floor((last - first) / by) + 1
    if (!(count >= 1) || !(by >= 1)) throw new NoCounterpart('the range of a random number is empty')
    return known('integer', first + by * Math.floor(this.#next() * count))
  }

  float(low: Value, high: Value): Value {
    const [first, last] = [needed(low), needed(high)]
    return known('float', Number((first + this.#next() * (last - first)).toPrecision(4)))
  }

  one(among: Known): Value {
    const chosen = among.values[Math.floor(this.#next() * among.values.length)]
    if (chosen === undefined) throw new NoCounterpart('something is drawn of nothing')
    return known(among.base, chosen)
  }

  several(): null {
    return null
  }

  constant(name: 'pi' | 'e'): Value {
    return known('float', name === 'pi' ? Math.PI : Math.E)
  }
}

function needed(value: Value): number {
  const number = numberOf(value)
  if (number === null) throw new NoCounterpart('the range of a random number is no number')
  return number
}
