import type { RawAnswer } from '../../answers/raw-answer.ts'
import { cellDistance } from '../../marking/distance.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { type JudgedField, judgedFields } from '../../question/fields.ts'
import { type Random, shuffled } from '../../question/random.ts'
import type { VariantKey } from '../../question/variant.ts'

export const waysToBeWrong = ['near the truth', 'swapped digits', 'values of other cells', 'anywhere in range'] as const
export type Way = (typeof waysToBeWrong)[number]

/** Plausible wrong numbers for one box that mean nothing; null where what was drawn is right, or there is nothing to swap. */
export function wrongNumbers(
  question: QuestionDefinition,
  key: VariantKey,
  field: JudgedField,
  way: Way,
  random: Random,
): RawAnswer | null {
  const { shape, data } = key.expected[field.step]!
  const bands = key.bands[field.name] ?? []
  const places = field.kind === 'shape' || bands.every((band) => band === 0) ? 0 : field.decimals
  const texts = draw[way](data, places, random, othersOf(question, key, field))
  const right = texts.every((text, k) => cellDistance(Number(text), data[k]!, bands[k] ?? 0) <= 1)
  if (right) return null
  if (field.kind === 'number') return { kind: 'number', text: texts[0]! }
  if (field.kind === 'shape') return { kind: 'shape', text: texts.map((text) => text.replace('-', '')).join(' × ') }
  return { kind: 'tensor', shape: [...shape], cells: texts }
}

type Draw = (truth: readonly number[], places: number, random: Random, others: readonly number[]) => string[]

const unit = (random: Random) => random.below(2 ** 32) / 2 ** 32

const draw: Record<Way, Draw> = {
  // a third up or down, and at least a few units of the last place
  'near the truth': (truth, places, random) =>
    truth.map((value) => {
      const reach = Math.max(Math.abs(value) / 3, 4 / 10 ** places)
      return (value + reach * (2 * unit(random) - 1)).toFixed(places)
    }),
  'swapped digits': (truth, places, random) =>
    truth.map((value) => {
      const text = value.toFixed(places)
      const digits = [...text].flatMap((character, k) => (/\d/.test(character) ? [k] : []))
      const [a = 0, b = 0] = shuffled(digits.length, random).map((k) => digits[k]!)
      const characters = [...text]
      ;[characters[a], characters[b]] = [text[b]!, text[a]!]
      return characters.join('')
    }),
  'values of other cells': (truth, places, random, others) =>
    truth.map((value) => {
      const from = random.below(2) === 0 && truth.length > 1 ? truth : others
      return (from[random.below(Math.max(1, from.length))] ?? value).toFixed(places)
    }),
  'anywhere in range': (truth, places, random) => {
    const largest = Math.max(...truth.map(Math.abs), 1 / 10 ** places)
    const low = truth.some((value) => value < 0) ? -largest : 0
    return truth.map(() => (low + (1.5 * largest - low) * unit(random)).toFixed(places))
  },
}

/** The entries of the other boxes of the question. */
function othersOf(question: QuestionDefinition, key: VariantKey, field: JudgedField): number[] {
  return judgedFields(question).flatMap(({ name, step }) => (name === field.name ? [] : key.expected[step]!.data))
}
