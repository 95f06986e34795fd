import type { StepSource } from '../language/plan.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { placementsIn } from '../question/placement.ts'
import { fillTemplates, parseTemplate, templatesIn } from '../question/template.ts'
import type { Subject } from './examination.ts'
import { groupByPlan } from './plans.ts'
import { runVariants, valueInRow } from './rows.ts'

/** Templates of the text, the options and the figures that have no value for some variant. */
export async function checkPrompt({ definition, accepted, executors, library }: Subject): Promise<string[]> {
  const problems: string[] = []
  const steps: (StepSource & { source: string })[] = []
  for (const text of printedTexts(definition)) {
    const left = fillTemplates(text, (template) => {
      const expression = parseTemplate(template)
      if (expression) steps.push({ name: `printed ${steps.length}`, expression, source: template.source })
      else problems.push(`{{${template.source}}} cannot be read.`)
      return ''
    })
    if (templatesIn(left).length > 0) problems.push(`A {{ is left over in “${left.slice(0, 40)}”.`)
  }
  const variants = accepted.map(({ variant }) => variant)
  const { groups, refused } = groupByPlan(definition, variants, library, undefined, steps)
  for (const { member, step, problem } of refused) {
    const source = steps.find(({ name }) => name === step)?.source ?? step
    problems.push(`{{${source}}}: ${problem.message} (${variants[member]?.seed})`)
  }
  for (const { plan, members } of groups) {
    const some = members.map((member) => variants[member]!)
    const run = await runVariants(plan, some, executors.float64)
    for (const row of members.keys()) {
      for (const { name, source } of steps) {
        if (valueInRow(run, name, row).data.every(Number.isFinite)) continue
        problems.push(`{{${source}}} is not finite (${some[row]?.seed}).`)
      }
    }
  }
  return problems
}

function printedTexts(definition: QuestionDefinition): string[] {
  const options = definition.answers.flatMap((field) =>
    field.kind === 'choice' ? [...field.right, ...field.others].map(({ markdown }) => markdown) : [],
  )
  return [definition.body, ...options, ...definition.figures.map(({ alt }) => alt)]
}

/** Fields that do not stand in the text, stand there twice, or stand there without being declared. */
export function checkBlanks({ body, answers }: QuestionDefinition): string[] {
  const placed = placementsIn(body).filter(({ kind }) => kind === 'answer')
  const problems = answers.flatMap(({ name }) => {
    const times = placed.filter((placement) => placement.name === name).length
    return times === 1 ? [] : [`The blank ${name} stands in the text ${times} times.`]
  })
  const strange = placed.filter(({ name }) => !answers.some((field) => field.name === name))
  return [...problems, ...strange.map(({ name }) => `The text has a blank ${name} that nothing declares.`)]
}
