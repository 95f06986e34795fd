import { type Notes, shortText } from '../item/found.ts'
import type { ItemField } from '../item/item.ts'
import { numberField } from '../item/number-answers.ts'
import { settleChoice } from '../item/settle-choice.ts'
import { shareOut } from '../item/share-out.ts'
import { decodeEntities } from '../markup/entities.ts'
import { foreignText } from '../markup/foreign-text.ts'
import { placeAnswer } from '../markup/markers.ts'
import { childNamed } from '../markup/tree.ts'
import { plainOf, textMarkdown } from './moodle-text.ts'
import type { TypeReader } from './question-types.ts'

const gap = /\{\s*(\d{0,4})\s*:\s*([A-Z_]+)\s*:((?:\\.|[^\\}])*)\}/g

interface Part {
  text: string
  share: number
  says: string
}

/** A text with fields in it, each written where it stands. */
export const readCloze: TypeReader = (question, points, notes) => {
  const found: { weight: number; type: string; parts: Part[] }[] = []
  const body = textMarkdown(childNamed(question, 'questiontext'), notes, (source) =>
    source.replace(gap, (_, weight: string, type: string, inside: string) => {
      found.push({ weight: weight === '' ? 1 : Number(weight), type, parts: partsOf(inside) })
      return placeAnswer(`part_${found.length}`)
    }),
  )
  if (found.length === 0) return 'Its text has no fields.'
  const all = found.reduce((sum, { weight }) => sum + weight, 0)
  const given = plainOf(question, 'defaultgrade') === '' ? all : points
  const shares = shareOut(
    given,
    found.map(({ weight }) => weight),
  )
  const made = found.map(({ type, parts }, k) => fieldOf(`part_${k + 1}`, shares[k] ?? given, type, parts, notes))
  const problem = made.find((field) => typeof field === 'string')
  if (problem !== undefined) return String(problem)
  return { body, fields: made.filter((field): field is ItemField => typeof field === 'object') }
}

const shown = (text: string) => decodeEntities(text.replaceAll(/\\(.)/g, '$1')).trim()

/** `=right#said~%50%half~wrong`: what a backslash stands before is no sign. */
function partsOf(inside: string): Part[] {
  const pieces = inside.match(/(?:\\.|[^\\~])+/g) ?? []
  return pieces.map((piece) => {
    const [, sign = '', weight, rest = ''] = /^\s*(=)?\s*(?:%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(piece) ?? []
    const [text = '', says = ''] = rest.match(/^((?:\\.|[^\\#])*)#?([\s\S]*)$/)?.slice(1) ?? []
    const share = weight !== undefined ? Number(weight) / 100 : sign === '=' ? 1 : 0
    return { text: text.replaceAll(/\\(.)/g, '$1').trim(), share, says: says.replaceAll(/\\(.)/g, '$1').trim() }
  })
}

function fieldOf(name: string, points: number, type: string, parts: Part[], notes: Notes): ItemField | string {
  const common = { name, points, label: null }
  const html = (text: string) => foreignText(text, 'html', notes.add)
  if (/^(?:MULTICHOICE|MC|MULTIRESPONSE|MR)/.test(type)) {
    const many = type.startsWith('MULTIR') || type.startsWith('MR')
    const weighed = parts.map(({ text, share, says }) => ({ text: html(text), share, says: html(says) || null }))
    const even = many ? evened(weighed) : weighed
    const shuffle = /S$/.test(type.replace(/^(?:MULTICHOICE|MULTIRESPONSE)$/, ''))
    return { ...common, kind: 'choice', shuffle, ...settleChoice(even, many, notes.add) }
  }
  if (type === 'NUMERICAL' || type === 'NM') {
    const answers = parts.map(({ text, share, says }) => {
      const [number = '', tolerance] = shown(text).split(':')
      return { text: number, share, tolerance: Math.abs(Number(tolerance ?? 0)) || 0, says: html(says) || null }
    })
    return numberField(name, points, answers, notes) ?? 'A field in its text has no number that is right.'
  }
  if (/^(?:SHORTANSWER|SA|MW)/.test(type)) {
    return shortText(
      common,
      parts.map(({ text, share, says }) => ({ text: shown(text), share, feedback: says })),
      notes,
    )
  }
  return `A field of type ${type.slice(0, 30)} in its text has no counterpart here.`
}

/** In a list of several every right one says 100 %: each is its share. */
function evened<T extends { share: number }>(parts: readonly T[]): T[] {
  const right = parts.filter(({ share }) => share > 0).length
  const wrong = parts.length - right
  if (!parts.every(({ share }) => share >= 0.999 || share <= 0)) return [...parts]
  return parts.map((part) => ({ ...part, share: part.share > 0 ? 1 / right : -1 / Math.max(1, wrong) }))
}
