import type { ItemChoice, ItemField, ItemNumber } from '../item/item.ts'
import { acceptedNumbers } from './write-fields.ts'
import { moodleHtml } from './xml.ts'

/** Choices and numbers can stand inside of a text. */
export const fitsCloze = (field: ItemField): boolean => field.kind === 'choice' || field.kind === 'number'

/** What stands in the text for each field; its weight is a whole number. */
export function clozeText(fields: readonly ItemField[], notes: string[]): Map<string, string> {
  const hundredths = fields.map(({ points }) => Math.max(1, Math.round(100 * points)))
  const unit = hundredths.reduce(greatest, 0) || 1
  return new Map(
    fields.map((field, k) => {
      const inside = field.kind === 'choice' ? choice(field) : field.kind === 'number' ? number(field, notes) : ''
      return [field.name, `{${(hundredths[k] ?? 1) / unit}:${inside}}`]
    }),
  )
}

const greatest = (a: number, b: number): number => (b === 0 ? a : greatest(b, a % b))

/** A sign at the beginning is written as HTML does; the others have a backslash. */
const escaped = (html: string) =>
  html.replaceAll(/[\\}~#]/g, '\\$&').replace(/^[=%]/, (sign) => (sign === '=' ? '&#61;' : '&#37;'))

const said = (says: string | null) => (says ? `#${escaped(moodleHtml(says))}` : '')

function choice({ many, shuffle, options }: ItemChoice): string {
  const type = many ? (shuffle ? 'MULTIRESPONSE_S' : 'MULTIRESPONSE') : shuffle ? 'MULTICHOICE_VS' : 'MULTICHOICE_V'
  return `${type}:${options.map(({ text, right, says }) => `${right ? '=' : ''}${escaped(moodleHtml(text))}${said(says)}`).join('~')}`
}

function number(field: ItemNumber, notes: string[]): string {
  const accepted = acceptedNumbers(field, notes)
  return `NUMERICAL:${accepted.map(({ value, share, tolerance, says }) => `${share === 100 ? '=' : `%${share}%`}${value}:${tolerance}${said(says)}`).join('~')}`
}
