import { sizeOf } from '../../language/types.ts'
import { leavesOf } from '../../question/condition.ts'
import type { PropertyProgram } from '../../question/property-program.ts'
import { distancesOf, type Executed, leafDistances } from './distances.ts'
import { passesBlanks } from './passes-blanks.ts'
import { baseEntry, effectOf, type Tables } from './probes.ts'

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
        const [left, right] = leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.step, null]
        for (const entry of failing.filter((at) => !((far[far.length === 1 ? 0 : at] ?? 0) <= 1))) {
          for (const [probe, { step, entry: cell }] of this.#tables.probes.entries()) {
            if (step === null && effectOf(this.#tables, probe, left, right, entry) > 0) cells.add(cell)
          }
        }
      }
    }
    return cells
  }

  /**
   * By how much an entry of the answer must be moved to put some comparison that depends on it this many bands off;
   * null where no comparison depends on it. A whole number moves by one.
   */
  distanceToMiss(cell: number, bands: number): number | null {
    const probe = this.#tables.probes.findIndex(({ step, entry }) => step === null && entry === cell)
    const { half = 1, rounding = false } = this.#tables.probes[probe] ?? {}
    let nearest = Infinity
    for (const leaf of this.#program.conditions.flatMap(leavesOf)) {
      const [left, right] = leaf.kind === 'compare' ? [leaf.left, leaf.right] : [leaf.step, null]
      const entries = Math.max(this.size(left), right === null ? 0 : this.size(right))
      for (let entry = 0; entry < entries; entry++) {
        const effect = effectOf(this.#tables, probe, left, right, entry)
        if (effect === 0) continue
        const band = right === null ? 0 : this.band(left, right, entry)
        nearest = Math.min(nearest, rounding ? (bands * half * Math.max(band, effect)) / effect : 1)
      }
    }
    return nearest === Infinity ? null : nearest
  }

  /** All entries of a step. */
  all(step: string): number[] {
    return Array.from({ length: this.size(step) }, (_, entry) => this.value(step, entry))
  }

  size(step: string): number {
    return sizeOf(this.#tables.base[step]?.shape ?? [])
  }

  value(step: string, entry: number): number {
    return baseEntry(this.#tables, step, entry)
  }

  band(left: string, right: string, entry: number): number {
    if (this.#exact(left) && this.#exact(right)) return 0
    let sum = 0
    for (const [k, { rounding }] of this.#tables.probes.entries()) {
      if (rounding) sum += effectOf(this.#tables, k, left, right, entry)
    }
    return sum * this.#leniency
  }

  clouded(step: string): boolean {
    return this.#blank && !passesBlanks(this.#program.plan, step, this.#answer)
  }

  #exact(step: string): boolean {
    return this.#program.plan.steps.find(({ name }) => name === step)?.type.integer ?? false
  }
}

/** Whether every entry of every property holds. */
export function allHold({ holds }: Outcome): boolean {
  return holds.every((held) => held === true)
}
