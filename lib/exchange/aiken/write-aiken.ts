import type { Item, WrittenItem } from '../item/item.ts'
import { partsOf } from '../item/parts.ts'
import { isPlain, outgoingText } from '../markup/outgoing.ts'
import { withPicturesInText } from '../outgoing/pictures.ts'

/** The choices of one right option as Aiken; there is nothing else in it. */
export function writeAiken(given: Item): WrittenItem {
  const notes: string[] = []
  const item = withPicturesInText(given)
  if (item.figures.length > 0) notes.push('Pictures are not carried: Aiken has no files. Their words stand there.')
  const texts = partsOf(item).flatMap(({ item: part, field }) => {
    if (field.kind !== 'choice' || field.many) {
      notes.push(`“${field.label ?? field.name}” was left out: Aiken has choices of one right option only.`)
      return []
    }
    if (field.options.some(({ says }) => says)) notes.push('What is said of wrong options is not carried.')
    if (!isPlain(part.body.replace(/:answer\[\w+\]\s*$/, '')) || !field.options.every(({ text }) => isPlain(text)))
      notes.push('Aiken is plain text in one line: emphasis, lists and tables became words.')
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const lines = field.options.map(({ text }, k) => `${letters[k]}. ${outgoingText(text)}`)
    const answer = letters[field.options.findIndex(({ right }) => right)]
    return [`${question(outgoingText(part.body))}\n${lines.join('\n')}\nANSWER: ${answer}\n`]
  })
  if (item.fields.some(({ points }) => points !== 1)) notes.push('Points are not carried: Aiken knows none.')
  return { text: texts.join('\n'), pictures: [], notes: [...new Set(notes)] }
}

/** A question that looks like an option or an answer would be read as one. */
const question = (text: string) => (/^(?:[A-Z][.)]\s|ANSWER:)/i.test(text) ? `– ${text}` : text)
