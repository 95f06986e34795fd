import { praiseLost, settleChoice } from '../item/settle-choice.ts'
import { childNamed } from '../markup/tree.ts'
import { answersOf, flagOf, plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

export const readMultichoice: TypeReader = (question, points, notes) => {
  const answers = answersOf(question)
  if (answers.length === 0) return 'It has no options.'
  const many = !flagOf(question, 'single', true)
  const weighed = answers.map(({ element, share, feedback }) => ({
    text: textMarkdown(element, notes),
    share,
    says: textMarkdown(feedback, notes) || null,
  }))
  const shuffle = flagOf(question, 'shuffleanswers', true)
  const settled = settleChoice(weighed, many, notes.add)
  const field = { kind: 'choice' as const, name: 'answer', label: null, points, shuffle, ...settled }
  return { body: textMarkdown(childNamed(question, 'questiontext'), notes), fields: [field] }
}

export const readTrueFalse: TypeReader = (question, points, notes) => {
  const answers = answersOf(question)
  const right = answers.find(({ share }) => share > 0)?.text.toLowerCase()
  if (right !== 'true' && right !== 'false') return 'Neither true nor false is right in it.'
  const options = ['True', 'False'].map((text) => {
    const isRight = text.toLowerCase() === right
    const feedback = answers.find((answer) => answer.text.toLowerCase() === text.toLowerCase())?.feedback
    return { text, right: isRight, says: isRight ? null : textMarkdown(feedback, notes) || null }
  })
  if (answers.some(({ element, share }) => share > 0 && plainOf(element, 'feedback') !== '')) notes.add(praiseLost)
  const field = { kind: 'choice' as const, name: 'answer', label: null, points, many: false, shuffle: false, options }
  return { body: textMarkdown(childNamed(question, 'questiontext'), notes), fields: [field] }
}
