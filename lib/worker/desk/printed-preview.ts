import type { Executors } from '../../../grader/backends/executor.ts'
import { printText } from '../../../grader/language/print-text.ts'
import type { AnswerField } from '../../../grader/question/definition.ts'
import { isJudged } from '../../../grader/question/fields.ts'
import { fillTemplates } from '../../../grader/question/template.ts'
import type { StoredTensor, VariantKey } from '../../../grader/question/variant.ts'
import { paperValues } from '../paper-values.ts'
import type { Drawn } from './draw-leniently.ts'

const shownSays = { asked: '', found: ' (found by drawing on)', refused: ' (no exam would take it)' } as const

/** A variant for a terminal: the text with its numbers, what is right within which band, what each mistake gives. */
export async function printedPreview(
  { definition, variant: drawn, shown }: Drawn,
  executors: Executors,
): Promise<string[]> {
  const { variant, key, why } = drawn
  const { templates } = await paperValues(definition, variant, key, executors.float64)
  const fill = (text: string) =>
    fillTemplates(text, ({ source }) => {
      const value = templates[source] ?? key.expected[source] ?? variant.params[source]
      return value ? printed(value, 6) : `{{${source}}}`
    })
  const right = definition.answers.map((field) => `  ${field.name}${rightOf(field, key, fill)}`)
  const wrong = definition.alternatives.flatMap(({ id, kind, says, earns, automatic }) => {
    const changed = key.alternatives[id]
    if (!changed || automatic) return []
    const gives = Object.entries(changed).map(([name, value]) => `${name} = ${printed(value, 3)}`)
    return [`  ${kind} ${id} (earns ${earns}): ${gives.join(', ')}`, `    ${fill(says)}`]
  })
  return [
    `# ${definition.title}   seed ${variant.seed}${shown === 'none' ? '' : shownSays[shown]}`,
    ...why.map((reason) => `! ${reason}`),
    '',
    ...fill(definition.body).trim().split('\n'),
    '',
    'Right:',
    ...right,
    ...(wrong.length > 0 ? ['Wrong, or defined otherwise:', ...wrong] : []),
  ]
}

/** What is right in a field, or how that is found. */
function rightOf(field: AnswerField, key: VariantKey, fill: (text: string) => string): string {
  if (field.kind === 'formula') return ` = ${printText(field.equals)}, or any formula that gives the same`
  if (field.kind === 'choice') return `: ${field.right.map(({ markdown }) => fill(markdown)).join(' | ')}`
  if (field.kind === 'order') return ': the lines in the order of the file'
  if (field.kind === 'layers') return ': any network whose shapes and parameters fit'
  if (field.kind === 'property')
    return `: whatever fulfils this, as ${field.source} does: ${field.holds.map(({ says }) => fill(says)).join(' ')}`
  if (!isJudged(field)) return ': a person decides'
  const value = key.expected[field.step]
  const band = Math.max(0, ...(key.bands[field.name] ?? []))
  const decimals = 'decimals' in field ? field.decimals : 0
  return ` = ${value ? printed(value, decimals) : '?'}${band > 0 ? ` ± ${Number(band.toPrecision(2))}` : ''}`
}

/** `0.12`, `[1, 2]`, `[1, 2; 3, 4]`. */
function printed({ shape, data }: StoredTensor, decimals: number): string {
  const one = (value: number) => String(Number(value.toFixed(decimals)))
  const [rows = 1, columns = rows] =
    shape.length > 1 ? [shape.slice(0, -1).reduce((a, b) => a * b, 1), shape.at(-1)] : []
  if (shape.length === 0) return one(data[0] ?? Number.NaN)
  if (shape.length === 1) return `[${data.map(one).join(', ')}]`
  const lines = Array.from({ length: rows }, (_, k) =>
    data
      .slice(k * columns, (k + 1) * columns)
      .map(one)
      .join(', '),
  )
  return `[${lines.join('; ')}]`
}
