import type { ItemChoice } from '../item/item.ts'
import { shareAlike } from '../item/share-out.ts'
import { plainWords } from '../markup/foreign-text.ts'
import { placeAnswer } from '../markup/markers.ts'
import { childrenNamed, descendantsNamed, type Element, element, isElement, type Markup } from '../markup/tree.ts'
import { optionTexts } from './choices.ts'
import { asked, type Context, type Inner, promptOf } from './context.ts'

interface Row {
  id: string
  label: string
}

/** The partners of each: from pairs `left right` that are correct, or else mapped to something. */
function partners(node: Element, context: Context): [string, string][] {
  const declaration = context.declared.responses.get(node.attributes['response-identifier'] ?? '')
  const mapped = [...(declaration?.mapping ?? [])].filter(([, worth]) => worth > 0).map(([pair]) => pair)
  const worths = [...(declaration?.mapping.values() ?? [])].filter((worth) => worth > 0)
  if (new Set(worths).size > 1)
    context.notes.add('Pairs that were worth more or less than others are worth the same here.')
  const pairs = declaration && declaration.correct.length > 0 ? declaration.correct : mapped
  return pairs.map((pair): [string, string] => {
    const [left = '', right = ''] = pair.trim().split(/\s+/)
    return [left, right]
  })
}

/** One choice a row, among all the partners. */
function choicesFor(
  rows: readonly Row[],
  options: ReadonlyMap<string, string>,
  pairs: [string, string][],
  node: Element,
  context: Context,
): ItemChoice[] {
  return rows.map((row, k) => {
    const right = pairs.filter(([left]) => left === row.id).map(([, id]) => id)
    const { common, response } = asked(node, context, `_${k + 1}`)
    if (right.length === 0)
      context.notes.add('What is right in a row is not said there; move it from “others” to “right”.')
    const texts = new Map<string, boolean>()
    for (const [id, text] of options) texts.set(text, (texts.get(text) ?? false) || right.includes(id))
    const field: ItemChoice = {
      ...common,
      kind: 'choice',
      label: row.label || common.label,
      points: shareAlike(common.points, rows.length)[k] ?? common.points,
      many: right.length > 1,
      shuffle: node.attributes.shuffle === 'true',
      options: [...texts].map(([text, isRight]) => ({ text, right: isRight, says: null })),
    }
    context.fields.push({ field, response })
    return field
  })
}

const textsOf = (choices: readonly Element[], context: Context) =>
  new Map(choices.map((choice) => [choice.attributes.identifier ?? '', optionTexts(choice, context).text || '(empty)']))

export function matchOf(node: Element, context: Context, inner: Inner): Markup | null {
  const [lefts, rights] = childrenNamed(node, 'qti-simple-match-set')
  const rows = childrenNamed(lefts, 'qti-simple-associable-choice')
  const options = textsOf(childrenNamed(rights, 'qti-simple-associable-choice'), context)
  if (rows.length === 0 || options.size === 0) return null
  context.notes.add('Pairs to be matched became one choice a row, each worth its share of the points.')
  const fields = choicesFor(named(rows, context), options, partners(node, context), node, context)
  return asRows(node, rows, fields, inner)
}

/** Pairs within one list: who comes first in a pair is a row, all the others can be chosen. */
export function associateOf(node: Element, context: Context, inner: Inner): Markup | null {
  const choices = childrenNamed(node, 'qti-simple-associable-choice')
  const seconds = new Set<string>()
  const pairs = partners(node, context).filter(([left, right]) => {
    if (seconds.has(left)) return false
    seconds.add(right)
    return true
  })
  const isRow = ({ attributes }: Element) => pairs.some(([left]) => left === attributes.identifier)
  const rows = choices.filter(isRow)
  const options = textsOf(
    choices.filter((choice) => !isRow(choice)),
    context,
  )
  if (rows.length === 0 || options.size === 0) return null
  context.notes.add('Pairs within one list became one choice a row: one of each pair is given, the other is asked for.')
  return asRows(node, rows, choicesFor(named(rows, context), options, pairs, node, context), inner)
}

const named = (rows: readonly Element[], context: Context): Row[] =>
  rows.map((row) => ({
    id: row.attributes.identifier ?? '',
    label: plainWords(optionTexts(row, context).text, 60),
  }))

function asRows(node: Element, rows: readonly Element[], fields: readonly ItemChoice[], inner: Inner): Markup {
  const lines = rows.map((row, k) =>
    element('p', {}, [...row.children.map(inner), ' ', placeAnswer(fields[k]?.name ?? '')]),
  )
  return element('div', {}, [...promptOf(node, inner), ...lines])
}

export function gapsOf(node: Element, context: Context, inner: Inner): Markup | null {
  const gaps = descendantsNamed(node, 'qti-gap')
  const options = textsOf(childrenNamed(node, 'qti-gap-text'), context)
  if (gaps.length === 0 || options.size === 0) return null
  context.notes.add('Gaps to be filled from a list became one choice each, worth its share of the points.')
  const rows = gaps.map(({ attributes }, k) => ({ id: attributes.identifier ?? '', label: `Gap ${k + 1}` }))
  const turned = partners(node, context).map(([word, gap]): [string, string] => [gap, word])
  const fields = choicesFor(rows, options, turned, node, context)
  const places = new Map(rows.map(({ id }, k) => [id, placeAnswer(fields[k]?.name ?? '')]))
  const fill = (part: Markup): Markup => {
    if (!isElement(part)) return inner(part)
    if (part.tag === 'qti-gap') return places.get(part.attributes.identifier ?? '') ?? ''
    if (part.tag === 'qti-gap-text' || part.tag === 'qti-gap-img') return ''
    return { ...part, tag: part.tag === 'qti-prompt' ? 'div' : part.tag, children: part.children.map(fill) }
  }
  return element('div', {}, node.children.map(fill))
}
