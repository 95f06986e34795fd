import { foreignText, plainWords } from '../markup/foreign-text.ts'
import { Figures } from './figures.ts'
import type { FoundItem, Item, ItemField, ItemText } from './item.ts'
import { percent } from './number-fields.ts'
import { settleFigures } from './settle-figures.ts'
import { oneLine } from './text.ts'

/** Notes on one question, each once; pictures that it brings, of which some is told as well. */
export class Notes {
  readonly all: string[] = []
  readonly figures = new Figures((sentence) => this.add(sentence))
  readonly add = (sentence: string): void => {
    if (!this.all.includes(sentence) && this.all.length < 40) this.all.push(sentence)
  }
}

export interface Found {
  id: string
  title: string
  was: string
  topics?: string[]
  body: string
  fields: ItemField[]
  parameters?: Item['parameters']
  steps?: NonNullable<Item['steps']>
  where?: string[]
  notes: Notes
}

export function foundItem({ id, was, topics = [], body, fields, parameters = [], notes, ...given }: Found): FoundItem {
  const program = { ...(given.steps ? { steps: given.steps } : {}), ...(given.where ? { where: given.where } : {}) }
  const title = oneLine(given.title) || plainWords(body) || was
  for (const field of fields) {
    if (field.kind === 'number' && Number(field.value) === 0)
      notes.add(
        `${field.name}: the right answer is 0. An answer that one has without any work is refused by the audit; ask for another value.`,
      )
  }
  const item = settleFigures(
    { id, title, topics, body, fields, parameters, ...program, figures: notes.figures.all },
    notes.add,
  )
  const kept = new Set(item.figures.map(({ file }) => file))
  const pictures = new Map([...notes.figures.bytes].filter(([file]) => kept.has(file)))
  return { id, title, was, item, notes: notes.all, pictures }
}

export function notCarried(id: string, title: string, was: string, why: string): FoundItem {
  return { id, title: oneLine(title) || was, was, item: null, notes: [why], pictures: new Map() }
}

/** Points as a question file may have them. */
export function pointsOf(given: number, notes: Notes): number {
  if (given >= 0.01 && given <= 1000) return Math.round(given * 1e6) / 1e6
  notes.add('The points were not in the range from 0.01 to 1000; it is worth 1 here.')
  return 1
}

/**
 * A short text that a machine compared there. Here a person reads it: what was accepted stands beside it, word by word, and
 * what earned a part is told.
 */
export function shortText(
  common: Pick<ItemText, 'name' | 'points' | 'label'>,
  accepted: readonly { text: string; share: number; feedback?: string }[],
  notes: Notes,
): ItemText {
  const written = accepted.map(({ text, share }) => ({ text: foreignText(text, 'plain'), share }))
  const full = written.filter(({ share }) => share >= 0.999).map(({ text }) => text)
  const where =
    full.length > 0 ? 'what was accepted stands in the rubric' : 'what is right is not said there: write the rubric'
  notes.add(`A short text that a machine compared there is read by a person here; ${where}.`)
  for (const { text, share } of written)
    if (share > 0 && share < 0.999) notes.add(`“${oneLine(text, 60)}” earned ${percent(share)} there.`)
  if (accepted.some(({ feedback }) => feedback)) notes.add('What is said of its answers was not carried.')
  const says =
    full.length > 0 ? `The answer is ${full.map((text) => `“${text}”`).join(' or ')}.` : 'The answer is right.'
  const solution = full.join(' or ') || written.find(({ share }) => share > 0)?.text || null
  const rubric = [{ says: oneLine(says, 1_000), points: common.points }]
  return { ...common, kind: 'text', rubric, solution, length: 200, upload: false }
}
