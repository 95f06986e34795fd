import type { ItemNumber } from './item.ts'
import { labelOf } from './names.ts'
import { bandOf, clean, type Exactness, exactnessOf, writtenDecimals } from './tolerance.ts'

/** The numbers of an item as a question file says them. */
export interface NumberParts {
  leniency: number
  reference: Record<string, string | number>
  answers: Map<string, Record<string, unknown>>
  mistakes: Record<string, unknown>
  notes: string[]
}

const isWhole = (text: string) => Number.isSafeInteger(Number(text))
/** Numbers are written as numbers, so that the file reads well. */
const plain = (text: string) => (String(Number(text)) === text ? Number(text) : text)

/** Fields whose answer is a number: a step with its band where the band can be that tolerance, else a property. */
export function numberParts(fields: readonly ItemNumber[], parameters: ReadonlySet<string>): NumberParts {
  const wanted = fields.map((field) => exactnessFor(field))
  const leniency = commonest(wanted.flatMap((one, k) => (one && fields[k]?.tolerance ? [one.leniency] : [])))
  const parts: NumberParts = { leniency, reference: {}, answers: new Map(), mistakes: {}, notes: [] }
  for (const [k, field] of fields.entries()) {
    const exactness = wanted[k]
    if (exactness && field.wider.length === 0 && (!field.tolerance || exactness.leniency === leniency))
      judged(field, { ...exactness, leniency }, parts, parameters)
    else property(field, parts)
  }
  return parts
}

/** What the field must say so that its band is the tolerance; null where no band is. */
function exactnessFor({ value, tolerance, decimals, wider }: ItemNumber): Exactness | null {
  if (wider.length > 0) return null
  const number = Number(value)
  if (tolerance !== null && tolerance > 0) return exactnessOf(tolerance)
  if (Number.isNaN(number)) return { decimals: decimals ?? 3, leniency: 1 }
  return { decimals: isWhole(value) ? 0 : (decimals ?? writtenDecimals(value)), leniency: 1 }
}

function judged(field: ItemNumber, exactness: Exactness, parts: NumberParts, parameters: ReadonlySet<string>): void {
  const { name, value, tolerance, points, slips } = field
  const label = labelOf(field)
  const whole = isWhole(value)
  const step = parameters.has(name) ? `${name}_right` : name
  // an integer would be exact: a quotient is a number like any other
  parts.reference[step] = whole && tolerance ? `${value} / 1` : plain(value)
  parts.answers.set(name, {
    ...(step === name ? {} : { step }),
    points,
    ...(whole && !tolerance ? {} : { decimals: exactness.decimals }),
    ...(label ? { label } : {}),
  })
  if (tolerance !== null) parts.notes.push(becameBand(field, exactness, whole))
  for (const slip of apart(slips, Number(value), bandOf(exactness), parts.notes)) {
    const id = `slip-${Object.keys(parts.mistakes).length + 1}`
    parts.mistakes[id] = {
      steps: { [step]: plain(slip.value) },
      says: slip.says ?? 'This is another value.',
      ...earns(slip.earns),
    }
  }
}

function becameBand({ name, value, tolerance }: ItemNumber, exactness: Exactness, whole: boolean): string {
  if (!tolerance && whole) return `${name}: ${value} without a tolerance is a whole number here, judged exactly.`
  const { decimals, leniency } = exactness
  const asked = `${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`
  if (!tolerance)
    return `${name}: ${value} without a tolerance became ${asked}: what rounds to it is right (±${bandOf(exactness)}).`
  const lenient = leniency === 1 ? '' : ` with leniency ${leniency}`
  return `${name}: the tolerance ±${tolerance} is kept: ${asked}${lenient}, a band of ±${bandOf(exactness)}.`
}

/** A tolerance that no band has: the answer is right if it is near enough, which is a property of it. */
function property(field: ItemNumber, parts: NumberParts): void {
  const { name, value, points, slips, wider } = field
  const label = labelOf(field)
  const tolerance = field.tolerance ?? 0
  const all = [tolerance, ...wider.map((one) => one.tolerance)]
  const wholes = isWhole(value) && all.every((one) => isWhole(String(one)))
  const finest = Math.min(...all.filter((one) => one > 0))
  const decimals = wholes ? 0 : Math.min(9, Math.max(writtenDecimals(value), Math.ceil(-Math.log10(2 * finest)) + 1, 0))
  const mistakes = apart(slips, Number(value), Math.max(...all), parts.notes).map((slip, k) => [
    `slip-${k + 1}`,
    { value: plain(slip.value), says: slip.says ?? 'This is another value.', earns: slip.earns },
  ])
  parts.answers.set(name, {
    kind: 'property',
    points,
    decimals,
    holds: nearEnough(field, tolerance),
    example: plain(value),
    ...(label ? { label } : {}),
    ...(mistakes.length > 0 ? { mistakes: Object.fromEntries(mistakes) } : {}),
  })
  const rest = decimals === 0 ? 'whole numbers only' : `to ${decimals} decimals, whose rounding is added to it`
  parts.notes.push(
    `${name}: the tolerance ±${tolerance} of ${value} became a property of the answer (${rest}).`,
    ...wider.map((one) => `${name}: within ±${one.tolerance} it earns ${percent(one.earns)}, as there.`),
  )
}

/** One property for each tolerance, the widest first: what it earns more than the one before is its share. */
function nearEnough({ name, value, wider }: ItemNumber, tolerance: number) {
  const steps = [...wider.toSorted((a, b) => b.tolerance - a.tolerance), { tolerance, earns: 1 }]
  return steps.map((step, k) => {
    const share = clean(step.earns - (steps[k - 1]?.earns ?? 0))
    const that =
      step.tolerance > 0 ? `abs(${distanceTo(name, value)}) <= ${number(step.tolerance)}` : `${name} = ${value}`
    const says = step.tolerance > 0 ? `It is ${value}, give or take ${number(step.tolerance)}.` : `It is ${value}.`
    return { that, says, ...(steps.length > 1 ? { share } : {}) }
  })
}

function distanceTo(name: string, value: string): string {
  if (Number.isNaN(Number(value))) return `${name} - (${value})`
  return Number(value) < 0 ? `${name} + ${value.slice(1)}` : `${name} - ${value}`
}

/** Slips that the audit would refuse stay out: too near to the truth, or to each other. */
function apart(slips: ItemNumber['slips'], truth: number, band: number, notes: string[]): ItemNumber['slips'] {
  const kept: ItemNumber['slips'] = []
  for (const slip of slips) {
    const value = Number(slip.value)
    const near =
      Math.abs(value - truth) <= 3 * band || kept.some((one) => Math.abs(value - Number(one.value)) <= 1.5 * band)
    if (!near && Number.isFinite(value)) kept.push(slip)
    else
      notes.push(
        `The answer ${slip.value}, which earns ${percent(slip.earns)} there, is too near to another: left out.`,
      )
  }
  return kept
}

function commonest(values: readonly number[]): number {
  const count = (value: number) => values.filter((one) => one === value).length
  return values.reduce((best, value) => (count(value) > count(best) ? value : best), values[0] ?? 1)
}

const number = (value: number) => String(clean(value)).replace('e+', 'e')
const earns = (share: number) => (share > 0 ? { earns: share } : {})
export const percent = (share: number) => `${clean(100 * share)} %`
