import { placementsIn } from '../../../grader/question/placement.ts'
import type { Item, ItemField } from '../item/item.ts'
import { escapeMarkdown } from '../markup/escape-markdown.ts'

/** Figures as pictures of Markdown, `![words](file)`, which every writer says in its own way. */
export function withPicturesInText(item: Item): Item {
  if (item.figures.length === 0) return item
  const known = new Map(item.figures.map((figure) => [figure.name, figure]))
  const shown = (text: string) =>
    placementsIn(text)
      .toReversed()
      .reduce((made, { kind, name, start, end }) => {
        const figure = kind === 'figure' ? known.get(name) : undefined
        const picture = figure && `![${escapeMarkdown(figure.alt)}](${figure.file})`
        return picture ? made.slice(0, start) + picture + made.slice(end) : made
      }, text)
  const inField = (field: ItemField): ItemField =>
    field.kind === 'choice'
      ? { ...field, options: field.options.map((option) => ({ ...option, text: shown(option.text) })) }
      : field
  return { ...item, body: shown(item.body), fields: item.fields.map(inField) }
}
