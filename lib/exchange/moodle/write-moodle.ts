import type { Item, ItemField, WrittenItem } from '../item/item.ts'
import { aroundField, onlyPlaces, partsOf } from '../item/parts.ts'
import { wellFormed } from '../item/text.ts'
import { withPicturesInText } from '../outgoing/pictures.ts'
import { clozeText, fitsCloze } from './write-cloze.ts'
import { answerLines, typeOf } from './write-fields.ts'
import { htmlText, lines, moodleHtml, plainText } from './xml.ts'

/** A question in Moodle XML: one field is a question of its type, several are fields in one text where that can be. */
export function writeMoodle(item: Item): WrittenItem {
  const notes: string[] = []
  const text = questionsOf(withPicturesInText(item), notes).join('\n')
  return { text, pictures: item.figures.map(({ file }) => file), notes: [...new Set(notes)] }
}

/** The whole file around its questions. */
export function moodleFile(texts: readonly string[]): string {
  return wellFormed(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${texts.join('\n')}\n</quiz>\n`)
}

function questionsOf(item: Item, notes: string[]): string[] {
  const [only, ...more] = item.fields
  if (only && more.length === 0 && !(aroundField(item.body, only.name).inline && fitsCloze(only)))
    return [single(item, only, notes)]
  const inside = item.fields.filter(fitsCloze)
  const alone = item.fields.filter((field) => !fitsCloze(field))
  if (alone.length > 0)
    notes.push(
      `Of its own became: ${alone.map(({ label, name }) => label ?? name).join(', ')}. Such fields cannot stand among others in Moodle.`,
    )
  const parts = partsOf(item).filter(({ field }) => alone.includes(field))
  return [
    ...(inside.length > 0 ? [cloze(item, inside, notes)] : []),
    ...parts.map(({ item: part, field }) => single(part, field, notes)),
  ]
}

function single(item: Item, field: ItemField, notes: string[]): string {
  const { before, inline } = aroundField(item.body, field.name)
  const text = inline ? moodleHtml(item.body, () => '_____') : moodleHtml(before.trim())
  return question(item, typeOf(field), text, field.points, answerLines(field, notes))
}

function cloze(item: Item, fields: ItemField[], notes: string[]): string {
  const body = onlyPlaces(item.body, item.fields, new Set(fields.map(({ name }) => name)))
  const texts = clozeText(fields, notes)
  const points = fields.reduce((sum, field) => sum + field.points, 0)
  return question(
    item,
    'cloze',
    moodleHtml(body, (name) => texts.get(name) ?? ''),
    points,
    [],
  )
}

function question({ id, title, topics }: Item, type: string, html: string, points: number, inside: string[]): string {
  const tags = topics.map((topic) => plainText('tag', topic)).join('')
  const parts = lines(
    plainText('name', title),
    htmlText('questiontext', html),
    htmlText('generalfeedback', ''),
    `<defaultgrade>${points}</defaultgrade>`,
    '<penalty>0</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${id}</idnumber>`,
    ...inside,
    tags !== '' && `<tags>${tags}</tags>`,
  )
  return `  <question type="${type}">\n    ${parts}\n  </question>`
}
