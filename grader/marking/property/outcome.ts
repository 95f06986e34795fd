import { type Leaf, leavesOf } from '../../question/condition.ts'
import type { PropertyProgram } from '../../question/property-program.ts'
import { distancesOf, type Executed, leafDistances } from './distances.ts'
import { passesBlanks } from './passes-blanks.ts'
import { baseEntries, effectsOf, type Tables } from './probes.ts'

/** What became of one answer: how far every property is from holding. */
export class Outcome implements Executed {
  /** per property one number an entry, in bands: at most 1 holds, NaN cannot be said (blank cells) */
  readonly distances: readonly number[][]
  /** both executions agree */
  readonly certain: boolean
  readonly #answer: string
  readonly #program: PropertyProgram
  readonly #leniency: number
  readonly #tables: Tables
  readonly #blank: boolean
  readonly #values = new Map<string, Float64Array>()
  readonly #effects = new Map<string, Float64Array>()

  constructor(
    answer: string,
    program: PropertyProgram,
    leniency: number,
    tables: Tables,
    blank: boolean,
    certain: boolean,
  ) {
    this.#answer = answer
    this.#program = program
    this.#leniency = leniency
    this.#tables = tables
    this.#blank = blank
    this.certain = certain
    this.distances = program.conditions.map((condition) =>
      // without a blank cell a value that is no number holds nothing
      distancesOf(condition, this).map((distance) => (Number.isNaN(distance) && !blank ? Infinity : distance)),
    )
  }

  /** Per property: whether it holds; null where blank cells leave it open. */
  get holds(): (boolean | null)[] {
    return this.distances.map((all) =>
      all.some((distance) => distance > 1) ? false : all.some(Number.isNaN) ? null : true,
    )
  }

  /** The cells that what fails depends on, by position. */
  blamed(): Set<number> {
    const cells = new Set<number>()
    for (const [k, condition] of this.#program.conditions.entries()) {
      const failing = this.distances[k]?.flatMap((distance, entry) => (distance > 1 ? [entry] : [])) ?? []
      for (const leaf of failing.length > 0 ? leavesOf(condition) : []) {
        const far = leafDistances(leaf, this)
        for (const entry of failing.filter((at) => !((far[far.length === 1 ? 0 : at] ?? 0) <= 1))) {
          for (const [cell, effect] of this.#cellEffects(leaf, far.length === 1 ? 0 : entry)) {
            if (effect > 0) cells.add(cell)
          }
        }
      }
    }
    return cells
  }

  /**
   * By how much an entry of the answer must be moved to put some comparison that depends on it this many bands off;
   * null where no comparison depends on it.
   */
  distanceToMiss(cell: number, bands: number): number | null {
    const { half = 0 } = this.#tables.probes.find(({ step, entry }) => step === null && entry === cell) ?? {}
    let nearest = Infinity
    for (const leaf of this.#program.conditions.flatMap(leavesOf)) {
      for (let entry = 0; entry < this.#entries(leaf); entry++) {
        const effect = this.#cellEffects(leaf, entry).find(([at]) => at === cell)?.[1] ?? 0
        if (effect === 0) continue
        const band = leaf.kind === 'compare' ? this.band(leaf.left, leaf.right, entry) : 0
        nearest = Math.min(nearest, (bands * half * Math.max(band, effect)) / effect)
      }
    }
    return nearest === Infinity ? null : nearest
  }

  /** All entries of a step. */
  all(step: string): number[] {
    return Array.from(this.#of(step))
  }

  size(step: string): number {
    return this.#of(step).length
  }

  value(step: string, entry: number): number {
    const values = this.#of(step)
    return values[values.length === 1 ? 0 : entry] ?? Number.NaN
  }

  band(left: string, right: string, entry: number): number {
    if (this.#exact(left) && this.#exact(right)) return 0
    const entries = Math.max(this.size(left), this.size(right))
    const effects = this.#effectsOf(left, right, entries)
    let sum = 0
    for (const [k, { rounding }] of this.#tables.probes.entries()) {
      if (rounding) sum += effects[k * entries + entry] ?? 0
    }
    return sum * this.#leniency
  }

  clouded(step: string): boolean {
    return this.#blank && !passesBlanks(this.#program.plan, step, this.#answer)
  }

  #of(step: string): Float64Array {
    const values = this.#values.get(step) ?? baseEntries(this.#tables, step)
    this.#values.set(step, values)
    return values
  }

  #exact(step: string): boolean {
    return this.#program.plan.steps.find(({ name }) => name === step)?.type.integer ?? false
  }

  #entries(leaf: Leaf): number {
    return leaf.kind === 'compare' ? Math.max(this.size(leaf.left), this.size(leaf.right)) : this.size(leaf.step)
  }

  #effectsOf(left: string, right: string | null, entries: number): Float64Array {
    const key = `${left}|${right}`
    const effects = this.#effects.get(key) ?? effectsOf(this.#tables, left, right, entries)
    this.#effects.set(key, effects)
    return effects
  }

  /** For every cell of the answer how far moving it moves the leaf's comparison at an entry. */
  #cellEffects(leaf: Leaf, entry: number): [cell: number, effect: number][] {
    const entries = this.#entries(leaf)
    const [left, right] = leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.step, null]
    const effects = this.#effectsOf(left, right, entries)
    return this.#tables.probes.flatMap(({ step, entry: cell }, k): [number, number][] => {
      return step === null ? [[cell, effects[k * entries + entry] ?? 0]] : []
    })
  }
}

/** Whether every entry of every property holds. */
export function allHold({ holds }: Outcome): boolean {
  return holds.every((held) => held === true)
}
