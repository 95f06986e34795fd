import type { Values } from './arithmetic.ts'
import type { Bounded } from './bounded.ts'
import { fromNumber, type Rational } from './rational.ts'

export type Given<T> = ReadonlyMap<string, Values<T>>

/** Values of all symbols; `special` points look for coincidences (t = T) and may hit holes of a formula by chance. */
export class Point {
  readonly values: Given<number>
  readonly special: boolean
  private rationals: Given<Rational> | null = null
  private floats: Given<Bounded> | null = null

  constructor(values: Given<number>, special: boolean) {
    this.values = values
    this.special = special
  }

  get exact(): Given<Rational> {
    this.rationals ??= this.converted(fromNumber)
    return this.rationals
  }

  get bounded(): Given<Bounded> {
    this.floats ??= this.converted((v) => ({ v, e: 0 }))
    return this.floats
  }

  private converted<T>(from: (value: number) => T): Given<T> {
    return new Map([...this.values].map(([name, { shape, data }]) => [name, { shape, data: data.map(from) }]))
  }
}
