import { placementsIn } from '../../../grader/question/placement.ts'
import { foundItem, Notes, notCarried, pointsOf } from '../item/found.ts'
import type { FoundFile, FoundItem } from '../item/item.ts'
import { oneLine, wellFormed } from '../item/text.ts'
import { readXml } from '../markup/read-xml.ts'
import { RefusedFile } from '../markup/refused.ts'
import { childNamed, childrenNamed, type Element } from '../markup/tree.ts'
import { noteTheRest, plainOf } from './moodle-text.ts'
import { readerOf } from './question-types.ts'

const mostQuestions = 2000

/** Reads a file of Moodle XML. Nothing is thrown: what is no question is told. */
export function readMoodle(given: string, most = mostQuestions): FoundFile {
  let quiz: Element
  try {
    quiz = readXml(wellFormed(given))
  } catch (error) {
    if (error instanceof RefusedFile) return { items: [], problems: [error.message] }
    throw error
  }
  if (quiz.tag !== 'quiz')
    return { items: [], problems: ['This is XML, but no file of Moodle: it does not begin with <quiz>.'] }
  const problems: string[] = []
  const items: FoundItem[] = []
  let category: string[] = []
  for (const question of childrenNamed(quiz, 'question')) {
    if (question.attributes.type === 'category') {
      category = topicsOf(plainOf(question, 'category'))
      continue
    }
    if (items.length >= most) {
      problems.push(`The file has more than ${most} questions; the rest was not read.`)
      break
    }
    items.push(oneQuestion(question, category))
  }
  if (items.length === 0) problems.push('There is no question in this file.')
  return { items, problems }
}

const topicsOf = (path: string) =>
  path
    .split(/(?<!\/)\/(?!\/)/)
    .map((part) => oneLine(part.replaceAll('//', '/'), 60))
    .filter((part) => part !== '' && !/^\$.*\$$|^top$|^Default for /i.test(part))
    .slice(-2)

function oneQuestion(question: Element, category: string[]): FoundItem {
  const was = oneLine(question.attributes.type ?? '', 40) || 'question'
  const title = oneLine(plainOf(question, 'name'))
  const id = oneLine(plainOf(question, 'idnumber'), 60) || title || `line ${question.line ?? '?'}`
  const read = readerOf(was)
  if (typeof read === 'string') return notCarried(id, title, was, read)
  const notes = new Notes()
  const points = pointsOf(Number(plainOf(question, 'defaultgrade') || 1), notes)
  const made = read(question, points, notes)
  if (typeof made === 'string') return notCarried(id, title, was, made)
  noteTheRest(question, notes)
  const tags = childrenNamed(childNamed(question, 'tags'), 'tag').map((tag) => oneLine(plainOf(tag, 'text'), 60))
  const topics = [...new Set([...(tags.some((tag) => tag !== '') ? [] : category), ...tags])].filter(
    (tag) => tag !== '',
  )
  const placed = new Set(placementsIn(made.body).map(({ name }) => name))
  const missing = made.fields.filter(({ name }) => !placed.has(name)).map(({ name }) => `:answer[${name}]`)
  const body = [made.body, ...missing].filter((part) => part !== '').join('\n\n')
  return foundItem({ id, title, was, topics, notes, ...made, body })
}
