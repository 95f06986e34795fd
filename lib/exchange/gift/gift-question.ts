import { type Found, Notes, shortText } from '../item/found.ts'
import type { ItemField } from '../item/item.ts'
import { matchingFields } from '../item/matching.ts'
import { numberField } from '../item/number-answers.ts'
import { praiseLost, settleChoice } from '../item/settle-choice.ts'
import { foreignText, plainWords, type TextFormat } from '../markup/foreign-text.ts'
import { placeAnswer } from '../markup/markers.ts'
import type { Parts } from './answer-block.ts'
import { readAnswer, readRange, splitAnswers } from './gift-answers.ts'
import { showEscapes } from './gift-text.ts'

type Read = { was: string; fields: ItemField[]; rows?: string[] }
const common = { name: 'answer', points: 1, label: null }

/** A question of GIFT by its text and its answer block; a sentence where it is none. */
export function questionOf({ before, block, after }: Parts): Pick<Found, 'was' | 'body' | 'fields' | 'notes'> | string {
  const notes = new Notes()
  const place = notes.figures.placing(() => null)
  const said = /^\s*\[(html|markdown|plain|moodle)\]/i.exec(before)
  const text = said ? before.slice(said[0].length) : before
  // an answer may say a format of its own
  const write = (source: string) => {
    const own = /^\s*\[(html|markdown|plain|moodle)\]([\s\S]*)$/i.exec(source)
    const shown = showEscapes(own?.[2] ?? source)
    return foreignText(shown, formatOf((own ?? said)?.[1] ?? 'moodle', shown), notes.add, place)
  }
  const [answers = '', ...general] = block.split('####')
  const read = readBlock(answers, write, notes)
  if (typeof read === 'string') return read
  const essayed = read.fields.find((field) => field.kind === 'text' && read.was === 'essay')
  if (essayed?.kind === 'text' && general.length > 0) essayed.solution = write(general.join('####')) || null
  else if (general.length > 0)
    notes.add('The general feedback was not carried; a worked solution is made by the house.')
  const mark = read.rows ? '' : placeAnswer('answer')
  const inline = after.trim() !== ''
  const body =
    inline || read.rows
      ? write(`${text}${inline && mark ? ` ${mark} ` : ''}${after}`)
      : `${write(text)}\n\n:answer[answer]`
  return { was: read.was, body: [body, ...(read.rows ?? [])].join('\n\n'), fields: read.fields, notes }
}

const tags = /<\/?(?:p|br?|i|u|em|strong|su[bp]|code|pre|[uo]l|li|table|t[rdh]|img|span|div|a|font|h[1-6])\b/i

/** Where nothing is said, what has tags is HTML. */
function formatOf(said: string, text: string): TextFormat {
  const format = said.toLowerCase()
  if (format === 'markdown' || format === 'plain' || format === 'html') return format
  return tags.test(text) ? 'html' : 'plain'
}

type Write = (source: string) => string

function readBlock(source: string, write: Write, notes: Notes): Read | string {
  const block = source.trim()
  if (block === '') return essay()
  if (block.startsWith('#')) return numerical(block.slice(1), notes, write)
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#([\s\S]*))?$/i.exec(block)
  if (truth) return trueFalse(/^t/i.test(truth[1] ?? ''), truth[2], write, notes)
  const answers = splitAnswers(block)
  if (answers.length === 0) return 'The answer block has neither = nor ~ in it.'
  if (answers.every(({ source: one }) => one.includes('->'))) return matching(answers, write, notes)
  return answers.some(({ sign }) => sign === '~') ? choice(answers, write, notes) : shortAnswer(answers, notes)
}

const essay = (): Read => ({
  was: 'essay',
  fields: [{ ...common, kind: 'text', rubric: [], solution: null, length: null, upload: false }],
})

function trueFalse(right: boolean, feedback: string | undefined, write: Write, notes: Notes): Read {
  const [wrong = '', ...praise] = (feedback ?? '').split('#')
  const says = write(wrong) || null
  if (praise.join('').trim() !== '') notes.add(praiseLost)
  const options = [true, false].map((value) => {
    return { text: value ? 'True' : 'False', right: value === right, says: value === right ? null : says }
  })
  return { was: 'true/false', fields: [{ ...common, kind: 'choice', many: false, shuffle: false, options }] }
}

function choice(answers: ReturnType<typeof splitAnswers>, write: Write, notes: Notes): Read {
  const many = !answers.some(({ sign }) => sign === '=')
  const weighed = answers.map(({ sign, source }) => {
    const { text, share, feedback } = readAnswer(source, sign === '=' ? 1 : 0)
    return { text: write(text), share, says: write(feedback) || null }
  })
  const settled = settleChoice(weighed, many, notes.add)
  return {
    was: many ? 'multiple answers' : 'multiple choice',
    fields: [{ ...common, kind: 'choice', shuffle: true, ...settled }],
  }
}

function matching(answers: ReturnType<typeof splitAnswers>, write: Write, notes: Notes): Read {
  const pairs = answers.map(({ source }) => {
    const [left = '', ...right] = source.split('->')
    return { left: left.trim(), right: write(right.join('->').trim()) || '(empty)' }
  })
  const rows = pairs.filter(({ left }) => left !== '')
  const extra = pairs.filter(({ left }) => left === '').map(({ right }) => right)
  const given = rows.map(({ left, right }) => ({ right, label: plainWords(write(left), 60) }))
  const { fields, places } = matchingFields(given, extra, 1, notes)
  return { was: 'matching', fields, rows: rows.map(({ left }, k) => write(`${left} ${places[k] ?? ''}`)) }
}

const shortAnswer = (answers: ReturnType<typeof splitAnswers>, notes: Notes): Read => ({
  was: 'short answer',
  fields: [
    shortText(
      common,
      answers.map(({ source }) => readAnswer(source, 1)),
      notes,
    ),
  ],
})

function numerical(source: string, notes: Notes, write: Write): Read | string {
  const listed = /[=~]/.test(source)
    ? splitAnswers(`=${source.replace(/^\s*=/, '')}`)
    : [{ sign: '=' as const, source }]
  const answers = listed
    .map(({ sign, source: one }) => readAnswer(one, sign === '=' ? 1 : 0))
    .map(({ text, share, feedback }) => {
      const range = readRange(text)
      return { text: range?.text ?? text, tolerance: range?.tolerance ?? 0, share, says: write(feedback) || null }
    })
  const field = numberField('answer', 1, answers, notes)
  return field ? { was: 'numerical', fields: [field] } : 'The numerical answer cannot be read.'
}
