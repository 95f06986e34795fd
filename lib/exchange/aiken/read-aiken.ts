import { foundItem, Notes, notCarried } from '../item/found.ts'
import type { FoundFile, FoundItem } from '../item/item.ts'
import { settleChoice } from '../item/settle-choice.ts'
import { oneLine, wellFormed } from '../item/text.ts'
import { foreignText } from '../markup/foreign-text.ts'
import { withoutMarkers } from '../markup/markers.ts'

const mostQuestions = 2000
const option = /^([A-Z])[.)](\s*)(\S.*)$/
const answer = /^ANSWER:\s*([A-Z])\s*$/i

interface Open {
  line: number
  text: string[]
  options: { letter: string; text: string }[]
}

/** Reads a file of Aiken: a question, its options by letter, and the letter of the right one. */
export function readAiken(given: string, most = mostQuestions): FoundFile {
  const items: FoundItem[] = []
  const problems: string[] = []
  let open: Open | null = null
  const unfinished = (one: Open | null, why = 'no line ANSWER: follows this question.') => {
    if (one && one.text.length > 0)
      items.push(
        notCarried(`line ${one.line}`, oneLine(one.text.join(' '), 80), 'question', `Line ${one.line}: ${why}`),
      )
  }
  for (const [k, raw] of withoutMarkers(wellFormed(given)).split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const letter = answer.exec(line)?.[1]?.toUpperCase()
    const chosen = optionOf(line, open)
    if (letter) {
      items.push(question(open ?? { line: k + 1, text: [], options: [] }, letter))
      open = null
    } else if (/^ANSWER:/.test(line)) {
      unfinished(open, 'after ANSWER: stands no single letter.')
      open = null
    } else if (chosen && open) open.options.push(chosen)
    else if (open && open.options.length === 0) open.text.push(line)
    else {
      unfinished(open)
      open = { line: k + 1, text: [line], options: [] }
    }
    if (items.length > most) {
      problems.push(`The file has more than ${most} questions; the rest was not read.`)
      return { items: items.slice(0, most), problems }
    }
  }
  unfinished(open)
  if (items.length === 0) problems.push('There is no question in this file.')
  return { items, problems }
}

/** `A. text` or `A) text`; without the space where its letter is the next one, else it is a word such as U.S. */
function optionOf(line: string, open: Open | null): Open['options'][number] | null {
  const [, letter, space, text] = option.exec(line) ?? []
  if (!letter || !text) return null
  return space || letter.charCodeAt(0) === 65 + (open?.options.length ?? 0) ? { letter, text } : null
}

function question({ line, text, options }: Open, letter: string): FoundItem {
  const id = `line ${line}`
  const title = oneLine(text.join(' '), 80)
  if (text.length === 0) return notCarried(id, id, 'question', `Line ${line}: ANSWER: stands without a question.`)
  if (!options.some((one) => one.letter === letter))
    return notCarried(
      id,
      title,
      'multiple choice',
      `Line ${line}: ANSWER: names ${letter}, and there is no such option.`,
    )
  const notes = new Notes()
  const weighed = options.map((one) => ({
    text: foreignText(one.text, 'plain', notes.add),
    share: one.letter === letter ? 1 : 0,
    says: null,
  }))
  const settled = settleChoice(weighed, false, notes.add)
  const body = `${foreignText(text.join('\n'), 'plain', notes.add)}\n\n:answer[answer]`
  const field = { kind: 'choice' as const, name: 'answer', label: null, points: 1, shuffle: true, ...settled }
  return foundItem({ id, title, was: 'multiple choice', body, fields: [field], notes })
}
