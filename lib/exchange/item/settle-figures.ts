import { placementsIn } from '../../../grader/question/placement.ts'
import { escapeMarkdown } from '../markup/escape-markdown.ts'
import type { Item, ItemField, ItemFigure } from './item.ts'

/**
 * Every picture has one place, in the body or an option, as question files want it: what stands in several options is a
 * picture of its own in each, and what stands elsewhere is left out.
 */
export function settleFigures(item: Item, note: (sentence: string) => void): Item {
  const known = new Map(item.figures.map((figure) => [figure.name, figure]))
  const figures: ItemFigure[] = []
  const once = (text: string) =>
    replaced(text, (name) => {
      const figure = known.get(name)
      if (!figure) return ''
      const own = `picture_${figures.length + 1}`
      if (figure.alt === '') note(`The picture ${figure.file} has no description: say under “alt” what it shows.`)
      figures.push({ ...figure, name: own, alt: figure.alt || 'A picture' })
      return `:figure[${own}]`
    })
  const never = (text: string) =>
    replaced(text, (name) => {
      note('Pictures in feedback, rubrics, solutions and lines to be ordered became the words that describe them.')
      return `(${escapeMarkdown(known.get(name)?.alt || 'picture')})`
    })
  const body = once(item.body)
  return { ...item, body, fields: item.fields.map((field) => settled(field, once, never)), figures }
}

type Change = (text: string) => string

function settled(field: ItemField, once: Change, never: Change): ItemField {
  const optional = (text: string | null) => (text === null ? null : never(text))
  switch (field.kind) {
    case 'choice':
      return {
        ...field,
        options: field.options.map((option) => ({ ...option, text: once(option.text), says: optional(option.says) })),
      }
    case 'order':
      return { ...field, lines: field.lines.map(never), distractors: field.distractors.map(never) }
    case 'number':
      return { ...field, slips: field.slips.map((slip) => ({ ...slip, says: optional(slip.says) })) }
    case 'text':
    case 'upload':
      return {
        ...field,
        rubric: field.rubric.map((one) => ({ ...one, says: never(one.says) })),
        solution: optional(field.solution),
      }
  }
}

function replaced(text: string, change: (name: string) => string): string {
  let made = ''
  let at = 0
  for (const place of placementsIn(text)) {
    if (place.kind !== 'figure') continue
    made += text.slice(at, place.start) + change(place.name)
    at = place.end
  }
  return made + text.slice(at)
}
