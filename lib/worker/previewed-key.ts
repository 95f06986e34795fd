import { printLatex } from '../../grader/language/print-latex.ts'
import type { AnswerField, QuestionDefinition } from '../../grader/question/definition.ts'
import { judgedFields } from '../../grader/question/fields.ts'
import type { VariantKey } from '../../grader/question/variant.ts'
import type { ExpectedField, PreviewedAlternative } from '../questions/preview.ts'
import { shownLabel } from '../questions/render/label.ts'
import { renderMath } from '../questions/render/math.ts'
import { renderSaid } from '../questions/render/said.ts'

type WrittenField = Extract<AnswerField, { kind: 'formula' | 'property' }>

const decimalsOf = (field: AnswerField) => ('decimals' in field ? field.decimals : null)

/** What is right in every computed field of a variant, and how exact it must be. */
export function expectedFields(definition: QuestionDefinition, key: VariantKey): ExpectedField[] {
  return judgedFields(definition).flatMap((field) => {
    const value = key.expected[field.step]
    if (!value) return []
    return [
      {
        name: field.name,
        ...shownLabel(field),
        decimals: decimalsOf(field),
        value,
        bands: key.bands[field.name] ?? [],
      },
    ]
  })
}

/** Every mistake and convention that a grading of this variant may name: of the steps, then of what is written. */
export function previewedAlternatives(definition: QuestionDefinition, key: VariantKey): PreviewedAlternative[] {
  const ofSteps = definition.alternatives.flatMap((alternative): PreviewedAlternative[] => {
    const changed = key.alternatives[alternative.id]
    if (!changed) return []
    const { id, kind, earns, says } = alternative
    const gives = definition.answers.flatMap((field) => {
      const value = changed[field.name]
      return value ? [{ ...shownLabel(field), decimals: decimalsOf(field), value, formula: null }] : []
    })
    return [{ id, kind, earns, automatic: alternative.automatic === true, says: renderSaid(says, key), gives }]
  })
  const written = definition.answers.filter((field) => field.kind === 'formula' || field.kind === 'property')
  return [...ofSteps, ...written.flatMap((field) => asWritten(field, key))]
}

/** The mistakes of a field that are formulas of their own, each as it would be written. */
function asWritten(field: WrittenField, key: VariantKey): PreviewedAlternative[] {
  const symbols = field.kind === 'formula' ? field.symbols : []
  const names = Object.fromEntries(symbols.flatMap(({ name, latex }) => (latex ? [[name, latex]] : [])))
  return field.mistakes.map(({ id, earns, says, expression }) => {
    const formula = renderMath(printLatex(expression, { names }))
    const gives = [{ ...shownLabel(field), decimals: null, value: null, formula }]
    return { id, kind: 'mistake', automatic: false, earns, says: renderSaid(says, key), gives }
  })
}
