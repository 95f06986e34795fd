import type { ItemNumber } from '../item/item.ts'
import { numberField } from '../item/number-answers.ts'
import { clean, readNumber } from '../item/tolerance.ts'
import { childrenNamed, descendantsNamed, type Element, textOf } from '../markup/tree.ts'
import type { Asked, Context } from './context.ts'
import { type NumberRule, numberRules, uneven } from './declarations.ts'
import { drawnNumber } from './drawn-number.ts'

/** A number that is typed; null where a text is asked for. */
export function numberOf(given: Asked, context: Context): ItemNumber | null {
  const { response, declaration, common } = given
  const rules = numberRules(context.item, response)
  const numeric = declaration.baseType === 'float' || declaration.baseType === 'integer'
  const drawn = drawnNumber(given, rules, context)
  if (drawn) return drawn
  if (!numeric && rules.length === 0) return null
  const correct = declaration.correct[0] ?? bestMapped(declaration.mapping)
  const truth = correct ?? comparedWith(rules[0], context) ?? ''
  if (readNumber(truth) === null) return null
  if (rules.length === 0 && hasRange(context.item, response))
    context.notes.add('A range of numbers is right there, which is not read: say how near an answer has to be.')
  const all = rules.length > 0 ? rules : [{ value: null, mode: 'exact', tolerance: 0, upper: 0, score: null }]
  const most = Math.max(...all.map(({ score }) => score ?? 0)) || common.points
  const answers = all.map((rule, k) => {
    const text = comparedWith(rule, context) ?? truth
    const share = rule.score === null ? (k === 0 ? 1 : 0) : rule.score / most
    return { text, share, tolerance: toleranceOf(rule, Number(text), context), says: null }
  })
  const best = Math.max(...declaration.mapping.values(), 1e-9)
  for (const [key, worth] of declaration.mapping) {
    if (key !== truth && readNumber(key) !== null)
      answers.push({ text: key, share: worth / best, tolerance: answers[0]?.tolerance ?? 0, says: null })
  }
  const field = numberField(common.name, common.points, answers, context.notes)
  return field && { ...field, label: common.label }
}

/** What a rule compares with; null: the correct response, or nothing that is known. */
function comparedWith(rule: NumberRule | undefined, { template }: Context): string | null {
  if (!rule?.value) return null
  if (rule.value.tag === 'qti-base-value') return textOf(rule.value).trim()
  const value = template?.value(rule.value)
  return typeof value === 'string' ? value : null
}

/** Whether processing asks if a response is more or less than something. */
const hasRange = (item: Element, response: string): boolean =>
  descendantsNamed(item, 'qti-gt', 'qti-gte', 'qti-lt', 'qti-lte').some((one) =>
    childrenNamed(one, 'qti-variable').some(({ attributes }) => attributes.identifier === response),
  )

const bestMapped = (mapping: ReadonlyMap<string, number>) => [...mapping].toSorted(([, a], [, b]) => b - a)[0]?.[0]

/** How far an answer may lie from this number. */
function toleranceOf({ mode, tolerance, upper }: NumberRule, value: number, context: Context): number {
  const least = Math.min(tolerance, upper)
  if ((mode === 'absolute' || mode === 'relative') && tolerance !== upper)
    context.notes.add(uneven({ mode, tolerance, upper }))
  switch (mode) {
    case 'absolute':
      return least
    case 'relative': {
      const near = clean((Math.abs(value) * least) / 100)
      context.notes.add(`The relative tolerance of ${least} % became ±${near}.`)
      return near
    }
    case 'decimalPlaces':
      return clean(0.5 / 10 ** Math.min(9, tolerance))
    case 'significantFigures': {
      const places = tolerance - 1 - Math.floor(Math.log10(Math.abs(value) || 1))
      return clean(0.5 / 10 ** Math.max(-15, Math.min(9, places)))
    }
    default:
      return 0
  }
}
