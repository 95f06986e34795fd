import type { ItemNumber } from '../item/item.ts'
import { percent } from '../item/number-fields.ts'
import type { Asked, Context } from './context.ts'
import { type NumberRule, uneven } from './declarations.ts'
import type { Drawn } from './template/value.ts'

/** A number that is worked out of drawn ones; null where it is the same for everybody. */
export function drawnNumber(
  { response, common }: Asked,
  rules: readonly NumberRule[],
  { template, notes }: Context,
): ItemNumber | null {
  const compared = rules.map((rule) => (rule.value ? (template?.value(rule.value) ?? 'unknown') : null))
  const right = template?.correct.get(response)
  const truth = right && 'kind' in right ? right : (compared.find((value) => typeof value === 'object') ?? null)
  if (!truth) return null
  const [rule, ...others] = rules.filter((_, k) => compared[k] === null || textOf(compared[k]) === truth.text)
  const worth = Math.max(...rules.map(({ score }) => score ?? 0))
  for (const other of others)
    if (other.score !== null && worth > 0)
      notes.add(`What lies farther off earned ${percent(other.score / worth)} there, which was not carried.`)
  if (rules.length > others.length + 1)
    notes.add('Other values that are worked out and earned something were not carried.')
  if (rule && rule.tolerance !== rule.upper && rule.mode === 'absolute') notes.add(uneven(rule))
  const near = nearness(truth, rule)
  if (near.note) notes.add(`${common.name}: ${near.note}`)
  const value = near.tolerance !== null && truth.base === 'integer' ? `(${truth.text}) / 1` : truth.text
  return { ...common, kind: 'number', value, tolerance: near.tolerance, decimals: near.decimals, wider: [], slips: [] }
}

const textOf = (value: Drawn | string | null | undefined) =>
  typeof value === 'object' ? (value?.text ?? '') : (value ?? '')

interface Nearness {
  tolerance: number | null
  decimals: number
  note?: string
}

const usual = 3

/** How near an answer has to be: as the rule says, else as exactly as the value is rounded. */
function nearness({ base, decimals }: Drawn, rule: NumberRule | undefined): Nearness {
  const own = decimals ?? usual
  const asked = `it is asked for to ${own} ${own === 1 ? 'decimal' : 'decimals'} here; say so in the text.`
  const least = Math.min(rule?.tolerance ?? 0, rule?.upper ?? 0)
  switch (rule?.mode) {
    case 'absolute':
      if (least > 0) return { tolerance: least, decimals: own }
      break
    case 'decimalPlaces':
      return { tolerance: null, decimals: Math.min(9, Math.round(rule.tolerance)) }
    case 'relative':
      return {
        tolerance: null,
        decimals: own,
        note: `a tolerance of ${least} % is not known of drawn values: ${asked}`,
      }
    case 'significantFigures':
      return {
        tolerance: null,
        decimals: own,
        note: `${rule.tolerance} significant figures are not known of drawn values: ${asked}`,
      }
  }
  return { tolerance: null, decimals: own, ...(base === 'integer' || decimals !== null ? {} : { note: asked }) }
}
