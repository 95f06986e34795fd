import type { AnswerField, QuestionDefinition } from '../../../grader/question/definition.ts'
import { type JudgedField, judgedFields } from '../../../grader/question/fields.ts'
import type { VariantKey } from '../../../grader/question/variant.ts'
import type { ItemNumber, ItemSlip } from '../item/item.ts'
import { clean, readNumber } from '../item/tolerance.ts'

const literal = (value: number) => readNumber(String(clean(value))) ?? '0'
const mostSlips = 8

/** The entries of a computed field as numbers, each with its band as tolerance. */
export function numbersOf(
  field: JudgedField,
  definition: QuestionDefinition,
  key: VariantKey,
  fill: (text: string) => string,
): ItemNumber[] {
  const expected = key.expected[field.step]
  const bands = key.bands[field.name] ?? []
  const single = expected?.data.length === 1
  return (expected?.data ?? []).map((value, k) => ({
    kind: 'number',
    name: single ? field.name : `${field.name}_${k + 1}`,
    label: single ? field.label : `${field.label} ${cellName(field, expected?.shape ?? [], k)}`,
    points: Math.max(0.01, Math.round((field.points / Math.max(1, expected?.data.length ?? 1)) * 1000) / 1000),
    value: literal(value),
    tolerance: clean(bands[k] ?? 0),
    decimals: field.kind === 'shape' ? 0 : field.decimals,
    wider: [],
    slips: single ? slipsOf(field, definition, key, value, fill) : [],
  }))
}

function cellName(field: JudgedField, shape: readonly number[], k: number): string {
  if (field.kind === 'shape') return field.axes[k] ?? `${k + 1}`
  const places = shape.map(
    (_size, axis) => Math.floor(k / shape.slice(axis + 1).reduce((all, size) => all * size, 1)) % (shape[axis] ?? 1),
  )
  return `[${places.map((place) => place + 1).join(', ')}]`
}

/** What authored mistakes and conventions give for it. */
function slipsOf(
  field: JudgedField,
  definition: QuestionDefinition,
  key: VariantKey,
  truth: number,
  fill: (text: string) => string,
): ItemSlip[] {
  const slips = definition.alternatives.flatMap((alternative): ItemSlip[] => {
    const value = alternative.automatic ? undefined : key.alternatives[alternative.id]?.[field.name]?.data[0]
    if (value === undefined || !Number.isFinite(value) || value === truth) return []
    return [{ value: literal(value), earns: alternative.earns, says: fill(alternative.says) }]
  })
  return slips.filter((slip, k) => slips.findIndex((one) => one.value === slip.value) === k).slice(0, mostSlips)
}

const near = /^abs\((\w+) ([-+]) ([\d.e]+)\) <= ([\d.e]+)$/
const same = /^(\w+) = (-?[\d.e]+)$/

type PropertyField = Extract<AnswerField, { kind: 'property' }>

/** A property that says how far from a number an answer may be is that number with its tolerances; null: another one. */
export function numberOfProperty(field: PropertyField, fill: (text: string) => string): ItemNumber | null {
  if (field.sizes.length > 0) return null
  const read = field.holds.map(({ source, share }) => {
    const around = near.exec(source)
    const exact = same.exec(source)
    if (around)
      return {
        name: around[1],
        value: `${around[2] === '+' ? '-' : ''}${around[3]}`,
        tolerance: Number(around[4]),
        share,
      }
    return exact ? { name: exact[1], value: exact[2] ?? '', tolerance: 0, share } : null
  })
  const known = read.filter((one) => one !== null && one.name === field.name && readNumber(one.value) !== null)
  const value = readNumber(known[0]?.value ?? '')
  if (known.length < read.length || value === null || known.some((one) => Number(one?.value) !== Number(value)))
    return null
  const steps = known.flatMap((one) => (one ? [one] : [])).toSorted((a, b) => b.tolerance - a.tolerance)
  let earned = 0
  const wider = steps.slice(0, -1).map(({ tolerance, share }) => {
    earned = clean(earned + share)
    return { tolerance, earns: earned }
  })
  const slips = field.mistakes.flatMap(({ source, earns, says }) => {
    const wrong = readNumber(source)
    return wrong === null ? [] : [{ value: wrong, earns: earns ?? 0, says: fill(says) }]
  })
  const { name, label, points, decimals } = field
  return {
    kind: 'number',
    name,
    label,
    points,
    value,
    tolerance: steps.at(-1)?.tolerance ?? 0,
    decimals,
    wider: wider.toReversed(),
    slips,
  }
}

export const isComputed = (definition: QuestionDefinition, name: string) =>
  judgedFields(definition).find((field) => field.name === name)
