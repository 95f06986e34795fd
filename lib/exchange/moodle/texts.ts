import { shortText } from '../item/found.ts'
import { readRubric } from '../item/read-rubric.ts'
import { childNamed } from '../markup/tree.ts'
import { answersOf, plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

export const readShortAnswer: TypeReader = (question, points, notes) => {
  const accepted = answersOf(question).map(({ element, text, share }) => {
    return { text, share, feedback: plainOf(element, 'feedback') }
  })
  const field = shortText({ name: 'answer', label: null, points }, accepted, notes)
  return { body: textMarkdown(childNamed(question, 'questiontext'), notes), fields: [field] }
}

export const readEssay: TypeReader = (question, points, notes) => {
  const common = { name: 'answer', label: null, points }
  const graders = textMarkdown(childNamed(question, 'graderinfo'), notes)
  const { rubric, solution } = readRubric(graders, points)
  const pages = plainOf(question, 'responseformat') === 'noinline'
  const upload = Number(plainOf(question, 'attachments') || 0) !== 0
  if (plainOf(question, 'responsetemplate') !== '') notes.add('The template of the answer was not carried.')
  const words = Number(plainOf(question, 'maxwordlimit')) || 0
  const length = words > 0 ? Math.min(20_000, Math.max(1, Math.round(words * 8))) : null
  if (length !== null) notes.add(`At most ${words} words became at most ${length} characters.`)
  const body = textMarkdown(childNamed(question, 'questiontext'), notes)
  if (pages) return { body, fields: [{ ...common, kind: 'upload', rubric, solution }] }
  return { body, fields: [{ ...common, kind: 'text', rubric, solution, length, upload }] }
}
