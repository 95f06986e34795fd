import type { StepSource } from '../language/plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { fillTemplates, parseTemplate, templatesIn } from '../question/template.ts'
import type { StoredTensor } from '../question/variant.ts'

interface Option {
  field: string
  markdown: string
  /** names of the steps that stand for its templates, in order */
  steps: string[]
}

/** The options of all choice fields, and the steps that compute what their templates print. */
export function optionProgram(definition: QuestionDefinition): { options: Option[]; steps: StepSource[] } {
  const options: Option[] = []
  const steps: StepSource[] = []
  for (const field of definition.answers) {
    if (field.kind !== 'choice') continue
    for (const { markdown } of [...field.right, ...field.others]) {
      const names = templatesIn(markdown).flatMap((template) => {
        const expression = parseTemplate(template)
        if (!expression) return []
        const name = `option ${steps.length}`
        steps.push({ name, expression })
        return [name]
      })
      options.push({ field: field.name, markdown, steps: names })
    }
  }
  return { options, steps }
}

/** The choice fields two of whose options read the same once values are put in, rounded as they are printed. */
export function equalOptions(
  options: readonly Option[],
  valueAt: (step: string) => StoredTensor,
  decimals: number,
): string[] {
  const seen = new Set<string>()
  const fields = new Set<string>()
  for (const { field, markdown, steps } of options) {
    const printed = fillTemplates(markdown, (_, k) => print(valueAt(steps[k] ?? ''), decimals))
      .replace(/\s+/g, ' ')
      .trim()
    const key = `${field}|${printed}`
    if (seen.has(key)) fields.add(field)
    seen.add(key)
  }
  return [...fields]
}

function print({ data }: StoredTensor, decimals: number): string {
  return data
    .map((value) => (Number.isInteger(value) ? String(value) : String(Number(value.toFixed(decimals)))))
    .join(' ')
}
