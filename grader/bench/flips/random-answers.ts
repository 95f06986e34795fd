import type { RawAnswer } from '../../answers/raw-answer.ts'
import { type Habits, work } from '../../marking/testing/student.ts'
import type { AnswerField, QuestionDefinition } from '../../question/definition.ts'
import { halfUnit, isJudged } from '../../question/fields.ts'
import { asGrid } from '../../question/property-program.ts'
import type { Random } from '../../question/random.ts'
import type { Variant, VariantKey } from '../../question/variant.ts'
import { writtenChoice, writtenLayers, writtenOrder, writtenText } from './written-choices.ts'
import { writtenFormula } from './written-formulas.ts'
import { oneOf, share, writtenAnswer } from './written-values.ts'

/**
 * One student's answers to a question, drawn so that verdicts are close: right, rounded, at the very edge of a band, by a
 * known mistake, with a slip that later steps follow, blank, unreadable, of another form.
 */
export function randomAnswers(
  question: QuestionDefinition,
  { variant, key }: { variant: Variant; key: VariantKey },
  random: Random,
): Record<string, RawAnswer | null> {
  const values = workedValues(question, variant, random)
  // whoever writes neatly lets a slip be followed from field to field
  const neat = random.below(2) === 0
  const draw = (field: AnswerField): RawAnswer | null => {
    if (isJudged(field)) {
      const { shape, data } = key.expected[field.step] ?? { shape: [], data: [] }
      const worked = values[field.step] ?? data
      // under a mistake a step may have another shape
      const own = worked.length === data.length ? worked : data
      return writtenAnswer(field, shape, own, key.bands[field.name] ?? [0], neat, random)
    }
    const right = key.solutions[field.name] ?? []
    const shown = variant.arrangement[field.name]?.length ?? 1
    switch (field.kind) {
      case 'formula':
        return writtenFormula(field, random)
      case 'choice':
        return writtenChoice(shown, field.many, right, random)
      case 'order':
        return writtenOrder(shown, right, random)
      case 'layers':
        return writtenLayers(field, random)
      case 'text':
        return writtenText(random)
      case 'property': {
        const { shape, data } = key.expected[field.name] ?? { shape: [], data: [] }
        const bands = data.map(() => (field.decimals === 0 ? 0 : halfUnit(field.decimals)))
        return writtenAnswer(asGrid(field, shape), shape, data, bands, neat, random)
      }
      default:
        return null
    }
  }
  return Object.fromEntries(question.answers.map((field) => [field.name, draw(field)]))
}

/** The steps as somebody worked them out: by the reference or a mistake, exact or rounded, perhaps with a slip. */
function workedValues(question: QuestionDefinition, variant: Variant, random: Random): Record<string, number[]> {
  const ids = question.alternatives.map(({ id }) => id)
  const alternative = ids.length > 0 && random.below(3) === 0 ? oneOf(ids, random) : undefined
  const steps = question.reference.map(({ name }) => name)
  const slip = steps.length > 0 && random.below(3) === 0 ? oneOf(steps, random) : null
  const by = oneOf([0.01, 1, 3, 30], random) * (share(random) - 0.5)
  const places = oneOf([null, question.decimals, question.decimals, 1], random)
  const write: Habits['write'] = (value, step, entry) => {
    const written = step === slip && entry % 2 === 0 ? value + (Number.isInteger(value) ? Math.ceil(by) : by) : value
    return places === null || !Number.isFinite(written) ? written : Number(written.toFixed(places))
  }
  return work(question, variant, { ...(alternative === undefined ? {} : { alternative }), write })
}
