import type { ItemChoice, ItemField, ItemNumber, ItemText, ItemUpload } from '../item/item.ts'
import { knownShare } from '../item/known-share.ts'
import { rubricText } from '../item/rubric-text.ts'
import { bandOf } from '../item/tolerance.ts'
import { htmlText, moodleHtml, plainText } from './xml.ts'

export const isTrueFalse = ({ many, shuffle, options }: ItemChoice) =>
  !many && !shuffle && options.length === 2 && options[0]?.text === 'True' && options[1]?.text === 'False'

export function typeOf(field: ItemField): string {
  if (field.kind === 'choice') return isTrueFalse(field) ? 'truefalse' : 'multichoice'
  return { number: 'numerical', order: 'ordering', text: 'essay', upload: 'essay' }[field.kind]
}

/** What a question of one field says beside its text. */
export function answerLines(field: ItemField, notes: string[]): string[] {
  switch (field.kind) {
    case 'choice':
      return isTrueFalse(field) ? trueFalse(field) : choice(field)
    case 'number':
      return numerical(field, notes)
    case 'order': {
      if (field.distractors.length > 0) notes.push('Lines that do not belong were left out: Moodle orders all lines.')
      const kept =
        '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount><gradingtype>LONGEST_ORDERED_SUBSET</gradingtype><showgrading>SHOW</showgrading>'
      return [kept, ...field.lines.map((line, k) => answer(k + 1, moodleHtml(line), ''))]
    }
    case 'text':
    case 'upload':
      return essay(field, notes)
  }
}

const feedback = (says: string | null) => htmlText('feedback', says ? moodleHtml(says) : '')

function answer(fraction: number, html: string, inside: string): string {
  return `${htmlText('answer', html, ` fraction="${fraction}"`).replace('</answer>', '')}${inside}</answer>`
}

function trueFalse({ options }: ItemChoice): string[] {
  return options.map(({ text, right, says }) => {
    const inside = `<text>${text.toLowerCase()}</text>${feedback(says)}`
    return `<answer fraction="${right ? 100 : 0}" format="moodle_auto_format">${inside}</answer>`
  })
}

function choice({ options, many, shuffle }: ItemChoice): string[] {
  const right = options.filter((option) => option.right).length
  const weight = (isRight: boolean) => {
    if (!many) return isRight ? 100 : 0
    return Number((isRight ? 100 / right : -100 / Math.max(1, options.length - right)).toFixed(5))
  }
  return [
    `<single>${!many}</single>`,
    `<shuffleanswers>${shuffle}</shuffleanswers>`,
    '<answernumbering>abc</answernumbering>',
    ...options.map((option) => answer(weight(option.right), moodleHtml(option.text), feedback(option.says))),
  ]
}

/** What is accepted: the value, what is farther away, and the values of slips. */
export function acceptedNumbers(field: ItemNumber, notes: string[]) {
  const tolerance = field.tolerance ?? bandOf({ decimals: field.decimals ?? 3, leniency: 1 })
  const nothing: string | null = null
  return [
    { value: field.value, share: 100, tolerance, says: nothing },
    ...field.wider.map((one) => ({
      value: field.value,
      share: knownShare(one.earns, notes),
      tolerance: one.tolerance,
      says: nothing,
    })),
    ...field.slips.map(({ value, earns, says }) => ({ value, share: knownShare(earns, notes), tolerance, says })),
  ]
}

function numerical(field: ItemNumber, notes: string[]): string[] {
  return acceptedNumbers(field, notes).map(({ value, share, tolerance, says }) => {
    const inside = `<text>${value}</text>${feedback(says)}<tolerance>${tolerance}</tolerance>`
    return `<answer fraction="${share}" format="moodle_auto_format">${inside}</answer>`
  })
}

function essay(field: ItemText | ItemUpload, notes: string[]): string[] {
  const pages = field.kind === 'upload'
  if (!pages && field.length !== null) notes.push(`The limit of ${field.length} characters is not carried.`)
  return [
    `<responseformat>${pages ? 'noinline' : 'editor'}</responseformat>`,
    `<responserequired>${pages ? 0 : 1}</responserequired>`,
    '<responsefieldlines>10</responsefieldlines>',
    `<attachments>${pages || field.upload ? -1 : 0}</attachments>`,
    `<attachmentsrequired>${pages ? 1 : 0}</attachmentsrequired>`,
    htmlText('graderinfo', moodleHtml(rubricText(field))),
    plainText('responsetemplate', ''),
  ]
}
