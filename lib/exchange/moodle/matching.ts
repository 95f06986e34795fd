import { matchingFields } from '../item/matching.ts'
import { oneLine } from '../item/text.ts'
import { plainWords } from '../markup/foreign-text.ts'
import { childNamed, childrenNamed } from '../markup/tree.ts'
import { answersOf, plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

export const readMatching: TypeReader = (question, points, notes) => {
  const pairs = childrenNamed(question, 'subquestion').map((sub) => {
    const right = childNamed(sub, 'answer')
    return {
      sub,
      left: plainOf(sub, 'text'),
      right: textMarkdown(right && { ...right, attributes: { format: 'plain_text', ...right.attributes } }, notes),
    }
  })
  const rows = pairs.filter(({ left }) => left !== '')
  if (rows.length === 0) return 'It has no pairs.'
  const extra = pairs.filter(({ left }) => left === '').map(({ right }) => right)
  const given = rows.map(({ sub, right }) => ({
    right: right || '(empty)',
    label: oneLine(plainWords(textMarkdown(sub, notes)), 60),
  }))
  const { fields, places } = matchingFields(
    given,
    extra.filter((text) => text !== ''),
    points,
    notes,
  )
  const lines = rows.map(({ sub }, k) =>
    textMarkdown(sub, notes, (source) => source.replace(/\s*(?:<\/p>\s*)?$/, (end) => ` ${places[k] ?? ''}${end}`)),
  )
  return { body: [textMarkdown(childNamed(question, 'questiontext'), notes), ...lines].join('\n\n'), fields }
}

export const readOrdering: TypeReader = (question, points, notes) => {
  const lines = answersOf(question)
    .toSorted((a, b) => a.share - b.share)
    .map(({ element }) => textMarkdown(element, notes))
    .filter((line) => line !== '')
  if (
    plainOf(question, 'selecttype') !== '' &&
    plainOf(question, 'selecttype') !== 'ALL' &&
    plainOf(question, 'selecttype') !== '0'
  )
    notes.add('All lines are shown; there, some of them were picked for each student.')
  const type = plainOf(question, 'gradingtype')
  if (type !== '' && !/LONGEST/.test(type))
    notes.add('It is scored by the longest run of lines that stand in the right order.')
  const field = { kind: 'order' as const, name: 'answer', label: null, points, lines, distractors: [] }
  return { body: textMarkdown(childNamed(question, 'questiontext'), notes), fields: [field] }
}
