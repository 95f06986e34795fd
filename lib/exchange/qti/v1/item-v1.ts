import type { Notes } from '../../item/found.ts'
import type { ItemField, ItemParameter } from '../../item/item.ts'
import { fieldName } from '../../item/names.ts'
import { type PlacePicture, withPictures } from '../../markup/pictures.ts'
import { markupToMarkdown } from '../../markup/to-markdown.ts'
import { childNamed, descendantsNamed, type Element, type Markup, textOf } from '../../markup/tree.ts'
import { feedbackOf } from './material.ts'
import { largest, type Rule, rulesOf } from './rules.ts'

/** An item of QTI 1.2 while it is read. */
export interface Item1 {
  node: Element
  /** its type, in the words of the system that wrote it */
  type: string
  points: number
  rules: Rule[]
  feedback: Map<string, Markup[]>
  fields: ItemField[]
  parameters: ItemParameter[]
  /** fields by what the text calls their places */
  blanks: Map<string, string>
  /** why it cannot be read */
  problem: string | null
  notes: Notes
  write(nodes: readonly Markup[]): string
  name(ident: string): string
}

export function itemOf1(node: Element, points: number, notes: Notes, place: PlacePicture): Item1 {
  const taken = new Set<string>()
  return {
    node,
    type: typeOf(node),
    points,
    rules: rulesOf(node),
    feedback: feedbackOf(node),
    fields: [],
    parameters: [],
    blanks: new Map(),
    problem: null,
    notes,
    write: (nodes) => markupToMarkdown(withPictures(nodes, place), notes.add),
    name: (ident) => fieldName(ident.replace(/^response_?/i, '') || 'answer', taken),
  }
}

/** Pairs of a label and an entry, and elements that say their label by their name. */
export function metadata(item: Element): Map<string, string> {
  const found = new Map<string, string>()
  for (const field of descendantsNamed(item, 'qtimetadatafield')) {
    const label = textOf(childNamed(field, 'fieldlabel')).trim().toLowerCase()
    if (!found.has(label)) found.set(label, textOf(childNamed(field, 'fieldentry')).trim())
  }
  for (const child of childNamed(item, 'itemmetadata')?.children ?? []) {
    if (typeof child === 'object' && /^(?:qmd|bbmd)_/.test(child.tag)) found.set(child.tag, textOf(child).trim())
  }
  return found
}

function typeOf(item: Element): string {
  const said = metadata(item)
  const type = said.get('question_type') ?? said.get('questiontype') ?? said.get('bbmd_questiontype') ?? ''
  return (type || said.get('cc_profile') || 'item')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/ question$/, '')
    .slice(0, 60)
}

/** What the item is worth: as it says, else what its rules give; a hundred is the whole of it. */
export function worthOf(item: Element): number {
  const said = metadata(item)
  for (const key of ['points_possible', 'qmd_absolutescore_max', 'qmd_weighting']) {
    const points = Number(said.get(key) ?? 0)
    if (points > 0) return points
  }
  const most = largest(item)
  if (most !== null && most !== 100) return most
  const scores = rulesOf(item).flatMap(({ score }) => (score !== null && score > 0 ? [score] : []))
  const added = descendantsNamed(item, 'setvar').some(({ attributes }) => /^add$/i.test(attributes.action ?? ''))
  const sum = added ? scores.reduce((all, score) => all + score, 0) : Math.max(0, ...scores)
  return most === null && sum > 0 ? sum : 1
}
