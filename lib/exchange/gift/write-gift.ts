import type { Item, ItemChoice, ItemField, ItemNumber, WrittenItem } from '../item/item.ts'
import { knownShare } from '../item/known-share.ts'
import { aroundField, partsOf } from '../item/parts.ts'
import { bandOf } from '../item/tolerance.ts'
import { outgoingHtml } from '../markup/outgoing.ts'
import { withPicturesInText } from '../outgoing/pictures.ts'
import { escapeGift } from './gift-text.ts'

/** A question in GIFT: every field that it knows is a question of its own. */
export function writeGift(given: Item): WrittenItem {
  const notes: string[] = []
  const item = withPicturesInText(given)
  if (item.figures.length > 0) notes.push('Pictures are not carried: GIFT has no files. Their words stand there.')
  const parts = partsOf(item)
  const texts = parts.flatMap(({ item: part, field }) => onePart(part, field, notes) ?? [])
  if (texts.length > 1) notes.push('Every field became a question of its own; GIFT has one answer block each.')
  if (item.fields.some(({ points }) => points !== 1)) notes.push('Points are not carried: GIFT knows none.')
  const tags = item.topics.map((topic) => `[tag:${topic.replaceAll(/[[\]\n]/g, ' ')}]`).join(' ')
  const remark = tags === '' ? '' : `// ${tags}\n`
  return { text: texts.map((text) => `${remark}${text}\n`).join('\n'), pictures: [], notes }
}

function onePart(item: Item, field: ItemField, notes: string[]): string | null {
  const block = answerBlock(field, notes)
  if (block === null) {
    notes.push(
      `“${field.label ?? field.name}” was left out: GIFT has no ${field.kind === 'order' ? 'orders' : 'uploads'}.`,
    )
    return null
  }
  const title = `::${escapeGift(item.title.replaceAll(/\s+/g, ' '))}::`
  const { inline, before } = aroundField(item.body, field.name)
  if (!inline) return `${title}[html]${html(before.trim())}{${block}}`
  // an escape of its own holds the place, so that the HTML around it stays whole
  const text = html(item.body, () => '\ue020')
  return `${title}[html]${text.replace('\ue020', () => `{${block}}`)}`
}

const html = (markdown: string, answer?: (name: string) => string) => escapeGift(outgoingHtml(markdown, answer))

function answerBlock(field: ItemField, notes: string[]): string | null {
  switch (field.kind) {
    case 'choice':
      return choiceBlock(field, notes)
    case 'number':
      return numberBlock(field, notes)
    case 'text': {
      if (field.upload) notes.push('Uploads beside a text are not carried.')
      if (field.rubric.length > 0) notes.push('The rubric of a text is not carried: GIFT knows none.')
      return field.solution ? `####${html(field.solution)}` : ''
    }
    case 'order':
    case 'upload':
      return null
  }
}

function choiceBlock({ options, many, shuffle }: ItemChoice, notes: string[]): string {
  if (!shuffle) notes.push('GIFT does not say whether options are shuffled.')
  const right = options.filter((option) => option.right).length
  const weight = (one: boolean) =>
    (one ? 100 / right : -100 / Math.max(1, options.length - right)).toFixed(5).replace(/\.?0+$/, '')
  const lines = options.map((option) => {
    const sign = many ? `~%${weight(option.right)}%` : option.right ? '=' : '~'
    return `  ${sign}${html(option.text)}${option.says ? `#${html(option.says)}` : ''}`
  })
  return `\n${lines.join('\n')}\n`
}

function numberBlock(field: ItemNumber, notes: string[]): string {
  const { value, slips, wider } = field
  const tolerance = field.tolerance ?? bandOf({ decimals: field.decimals ?? 3, leniency: 1 })
  if (slips.length === 0 && wider.length === 0) return `#${value}:${tolerance}`
  const lines = [
    `=${value}:${tolerance}`,
    ...wider.map((one) => `=%${100 * one.earns}%${value}:${one.tolerance}`),
    ...slips.map(
      (slip) =>
        `${slip.earns > 0 ? `=%${knownShare(slip.earns, notes)}%` : '=%0%'}${slip.value}:${tolerance}${slip.says ? `#${html(slip.says)}` : ''}`,
    ),
  ]
  return `#\n${lines.map((line) => `  ${line}`).join('\n')}\n`
}
