import { printLatex } from '../../../grader/language/print-latex.ts'
import type { AnswerField, QuestionDefinition } from '../../../grader/question/definition.ts'
import { placementsIn } from '../../../grader/question/placement.ts'
import type { VariantKey } from '../../../grader/question/variant.ts'
import type { PaperValues } from '../../questions/render/computed-values.ts'
import { fillKnown } from '../../questions/render/template.ts'
import type { Item, ItemField, ItemText } from '../item/item.ts'
import { outgoingFigures } from './figures-of.ts'
import { isComputed, numberOfProperty, numbersOf } from './number-of.ts'

const mostCells = 60

interface Going {
  definition: QuestionDefinition
  key: VariantKey
  fill: (text: string) => string
  /** an option, in which figures may stand */
  option: (text: string) => string
  notes: string[]
}

/** One variant of a question as an item: its numbers are filled in, its bands are tolerances. */
export function itemOf(
  definition: QuestionDefinition,
  key: VariantKey,
  values: PaperValues,
): { item: Item; notes: string[] } {
  const notes: string[] = []
  const figures = outgoingFigures(definition, values, notes)
  const fill = (text: string) => fillKnown(text, values.templates)
  const going: Going = { definition, key, fill, option: (text) => figures.inLine(fill(text)), notes }
  let body = figures.inBody(fill(definition.body))
  const fields = definition.answers.flatMap((field) => {
    const made = fieldsOf(field, going)
    if (made.length !== 1 || made[0]?.name !== field.name) body = withCells(body, field.name, made, key.expected)
    return made
  })
  noteTheRest(going)
  const { slug, title, topics } = definition
  return {
    item: { id: slug, title, topics, body: body.trim(), parameters: [], figures: figures.pictures, fields },
    notes: [...new Set(notes)],
  }
}

function noteTheRest({ definition, notes }: Going): void {
  if (definition.parameters.some(({ generator }) => generator.kind !== 'fixed'))
    notes.push('The numbers are those of one variant; nothing is drawn there.')
  if (definition.reference.length > 0)
    notes.push('Follow-through, named mistakes of steps and the worked solution stay here.')
}

function fieldsOf(field: AnswerField, going: Going): ItemField[] {
  const { fill, option: fillOption, notes, definition, key } = going
  const common = {
    name: field.name,
    label: field.label === field.name.replaceAll('_', ' ') ? null : field.label,
    points: field.points,
  }
  switch (field.kind) {
    case 'choice': {
      const { many, shuffle } = field
      const option = (right: boolean) => (one: (typeof field.right)[number]) => ({
        text: fillOption(one.markdown),
        right,
        says: one.says ? fill(one.says) : null,
      })
      return [
        {
          ...common,
          kind: 'choice',
          many,
          shuffle,
          options: [...field.right.map(option(true)), ...field.others.map(option(false))],
        },
      ]
    }
    case 'order':
      return [{ ...common, kind: 'order', lines: field.lines.map(fill), distractors: field.distractors.map(fill) }]
    case 'text': {
      const length = field.maximumLength === 4000 ? null : field.maximumLength
      return [
        {
          ...common,
          kind: 'text',
          rubric: rubric(field.rubric),
          solution: field.solution && fill(field.solution),
          length,
          upload: field.upload,
        },
      ]
    }
    case 'upload':
      return [
        { ...common, kind: 'upload', rubric: rubric(field.rubric), solution: field.solution && fill(field.solution) },
      ]
    case 'number':
    case 'shape':
    case 'tensor': {
      const computed = isComputed(definition, field.name)
      const numbers = computed
        ? numbersOf(computed, definition, key, fill).map((one) =>
            one.name === field.name ? { ...one, label: common.label } : one,
          )
        : []
      if (numbers.length > 1)
        notes.push(`“${field.label}” became ${numbers.length} boxes, each a number with its band.`)
      if (numbers.length > 0 && numbers.length <= mostCells) return numbers
      return [byHand(common, `“${field.label}” has too many entries for boxes`, null, notes)]
    }
    case 'formula':
      return [byHand(common, `“${field.label}” is a formula`, `$${printLatex(field.equals)}$`, notes)]
    case 'property': {
      const number = numberOfProperty(field, fill)
      if (number) return [{ ...number, label: common.label }]
      const items = field.holds.map(({ says, share }) => ({
        says: fill(says),
        points: Math.max(0.01, Math.round(share * field.points * 1000) / 1000),
      }))
      return [{ ...byHand(common, `“${field.label}” has many right answers`, null, notes), rubric: items }]
    }
    case 'layers':
      return [byHand(common, `“${field.label}” is a layer table`, field.solution && fill(field.solution), notes)]
  }
}

const rubric = (items: readonly { says: string; points: number }[]) =>
  items.map(({ says, points }) => ({ says, points }))

function byHand(
  common: Pick<ItemText, 'name' | 'label' | 'points'>,
  what: string,
  solution: string | null,
  notes: string[],
): ItemText {
  notes.push(`${what}: there it is a text that a person reads.`)
  return { ...common, kind: 'text', rubric: [], solution, length: null, upload: false }
}

/** Boxes in place of a grid: rows of a table where they stand by themselves, else one after another. */
function withCells(body: string, name: string, fields: readonly ItemField[], expected: VariantKey['expected']): string {
  const place = placementsIn(body).find((one) => one.kind === 'answer' && one.name === name)
  if (!place) return body
  const marks = fields.map((field) => `:answer[${field.name}]`)
  const alone = /(?:^|\n)[ \t]*$/.test(body.slice(0, place.start)) && /^[ \t]*(?:\n|$)/.test(body.slice(place.end))
  const shape = Object.values(expected).find(({ data }) => data.length === marks.length)?.shape ?? []
  const width = shape.length >= 2 ? (shape.at(-1) ?? marks.length) : marks.length
  const rows = Array.from({ length: Math.ceil(marks.length / width) }, (_, k) =>
    marks.slice(k * width, (k + 1) * width),
  )
  const table = [
    `|${' |'.repeat(width)}`,
    `|${' --- |'.repeat(width)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
  return body.slice(0, place.start) + (alone ? `\n${table}\n` : `(${marks.join(', ')})`) + body.slice(place.end)
}
