import type { Variant, VariantKey } from '../question/variant.ts'
import type { AuditContext } from './context.ts'
import { auditFormulas } from './formulas.ts'
import { type Reason, type Rejection, reasons } from './rejection.ts'
import type { AuditReport, ComponentReport } from './report.ts'
import type { Separation } from './separation.ts'

interface Count {
  component: number | null
  reason: Reason
  detail: string
  count: number
}

/** Keeps count while a pool is made. */
export class Tally {
  readonly #context: AuditContext
  readonly #counts = new Map<string, Count>()
  #nearestTruth: Separation | null = null
  #nearestPair: Separation | null = null

  constructor(context: AuditContext) {
    this.#context = context
  }

  count(rejections: readonly Rejection[]): void {
    for (const { component, reason, detail } of rejections) {
      const key = `${component}|${reason}|${detail}`
      const known = this.#counts.get(key)
      if (known) known.count += 1
      else this.#counts.set(key, { component, reason, detail, count: 1 })
    }
  }

  accept(separations: readonly Separation[]): void {
    for (const separation of separations) {
      const nearest = separation.first === 'truth' ? this.#nearestTruth : this.#nearestPair
      if (nearest !== null && nearest.distance <= separation.distance) continue
      if (separation.first === 'truth') this.#nearestTruth = separation
      else this.#nearestPair = separation
    }
  }

  report(count: number, accepted: readonly { variant: Variant; key: VariantKey }[], tries: number[][]): AuditReport {
    const { definition, constantFields, executors } = this.#context
    const commonest = [...this.#counts.values()].toSorted((a, b) => b.count - a.count)
    const short = accepted.length < count
    return {
      slug: definition.slug,
      version: definition.version,
      count,
      accepted: accepted.length,
      distinct: new Set(accepted.map(({ variant }) => JSON.stringify(variant.params))).size,
      components: this.#components(commonest, tries, accepted.length),
      nearestTruth: this.#nearestTruth,
      nearestPair: this.#nearestPair,
      deviation: largestDeviation(accepted),
      bands: bandRange(accepted),
      constantFields: [...constantFields],
      formulas: auditFormulas(definition),
      failures: short ? commonest.slice(0, 8).map((c) => `${reasons[c.reason]}: ${c.detail} (${c.count} times)`) : [],
      executors: `float64 and ${executors.tfjs.name}`,
      examination: null,
    }
  }

  #components(commonest: Count[], tries: number[][], accepted: number): ComponentReport[] {
    return this.#context.components.map(({ parameters, fields }, k) => ({
      parameters,
      fields,
      draws: tries.reduce((sum, slot) => sum + 1 + (slot[k] ?? 0), 0),
      accepted,
      mostTries: tries.reduce((most, slot) => Math.max(most, slot[k] ?? 0), 0),
      rejections: commonest
        .filter(({ component }) => component === k)
        .map(({ reason, detail, count }) => ({ reason, detail, count })),
    }))
  }
}

function largestDeviation(accepted: readonly { key: VariantKey }[]): AuditReport['deviation'] {
  let largest: AuditReport['deviation'] = null
  for (const { key } of accepted) {
    for (const [step, distance] of Object.entries(key.deviation)) {
      if (largest === null || distance > largest.distance) largest = { step, distance }
    }
  }
  return largest
}

function bandRange(accepted: readonly { key: VariantKey }[]): AuditReport['bands'] {
  const range: AuditReport['bands'] = {}
  for (const { key } of accepted) {
    for (const [field, bands] of Object.entries(key.bands)) {
      const known = range[field] ?? { smallest: Infinity, largest: 0 }
      range[field] = { smallest: Math.min(known.smallest, ...bands), largest: Math.max(known.largest, ...bands) }
    }
  }
  return range
}
