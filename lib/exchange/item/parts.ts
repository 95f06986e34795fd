import { placementsIn } from '../../../grader/question/placement.ts'
import { escapeMarkdown } from '../markup/escape-markdown.ts'
import type { Item, ItemField } from './item.ts'

/** The body around the place of a field; `inline` where text follows it or it stands in a line of text. */
export function aroundField(body: string, name: string): { before: string; after: string; inline: boolean } {
  const place = placementsIn(body).find((one) => one.kind === 'answer' && one.name === name)
  if (!place) return { before: body, after: '', inline: false }
  const before = body.slice(0, place.start)
  const after = body.slice(place.end)
  return { before, after, inline: after.trim() !== '' || !/(?:^|\n)[ \t]*$/.test(before) }
}

/** A body in which only some fields have their place; the others are named by what they are called. */
export function onlyPlaces(body: string, fields: readonly ItemField[], kept: ReadonlySet<string>): string {
  let text = body
  for (const place of placementsIn(body).toReversed()) {
    if (place.kind !== 'answer' || kept.has(place.name)) continue
    const label = fields.find(({ name }) => name === place.name)?.label ?? place.name
    text = `${text.slice(0, place.start)}\\[${escapeMarkdown(label)}\\]${text.slice(place.end)}`
  }
  return text
}

/** A question of one field for each, for formats that have no others; each with the whole text. */
export function partsOf(item: Item): { item: Item; field: ItemField }[] {
  const { fields } = item
  return fields.map((field) => {
    const several = fields.length > 1
    const body = onlyPlaces(item.body, fields, new Set([field.name]))
    const title = several ? `${item.title} (${field.label ?? field.name})` : item.title
    const id = several ? `${item.id}-${field.name}` : item.id
    return { item: { ...item, id, title, body, fields: [field] }, field }
  })
}
