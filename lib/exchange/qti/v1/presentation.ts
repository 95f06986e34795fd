import { shareAlike, shareOut } from '../../item/share-out.ts'
import { plainWords } from '../../markup/foreign-text.ts'
import { placeAnswer, placeValue } from '../../markup/markers.ts'
import { childrenNamed, descendantsNamed, type Element, element, isElement, type Markup } from '../../markup/tree.ts'
import { calculated1 } from './calculated-v1.ts'
import { type Common, choiceOf1, pairsOf1, scoring } from './choices.ts'
import type { Item1 } from './item-v1.ts'
import { shownBy } from './material.ts'
import { blankOf, typed1 } from './typed.ts'

const responses = ['response_lid', 'response_str', 'response_num', 'response_grp', 'response_xy', 'response_extension']

/** A piece of what is shown: text, or the place of a field with the text that it has of its own. */
interface Piece {
  nodes: Markup[]
  field: string | null
}

/** What an item shows, with its fields; a sentence where it cannot be read. */
export function presented(item: Item1): Markup[] | string {
  const presentations = childrenNamed(item.node, 'presentation')
  const asked = presentations.flatMap((one) => descendantsNamed(one, ...responses))
  const worth = worths(asked, item)
  const pieces = presentations.flatMap((one) => piecesOf(one, item, worth))
  if (item.problem !== null) return item.problem
  const shown = inTheirText(pieces, item)
  // where text follows a field, fields stand in it
  const last = shown.findLastIndex(({ field }) => field === null)
  const inline = shown.findIndex(({ field, nodes }) => field !== null && nodes.length === 0) < last
  if (inline && last > 0)
    return shown.flatMap(({ nodes, field }) =>
      field === null ? [...nodes, ' '] : [...nodes, ' ', placeAnswer(field), ' '],
    )
  return shown.map(({ nodes, field }) =>
    element('div', {}, field === null ? nodes : [...unwrapped(nodes), ' ', placeAnswer(field)]),
  )
}

/** What each response is worth: its share of the points by what its rules give. */
function worths(asked: readonly Element[], item: Item1): Map<string, number> {
  const most = asked.map(({ attributes }) => {
    const scores = scoring(item, attributes.ident ?? '').map(({ score }) => Math.max(0, score ?? 0))
    const sum = /^(?:multiple|ordered)$/i.test(attributes.rcardinality ?? '')
    return sum ? scores.reduce((all, score) => all + score, 0) : Math.max(0, ...scores)
  })
  const known = most.every((one) => one > 0)
  const shares = known ? shareOut(item.points, most) : shareAlike(item.points, asked.length)
  return new Map(asked.map(({ attributes }, k) => [attributes.ident ?? '', shares[k] ?? item.points]))
}

function piecesOf(node: Element, item: Item1, worth: Map<string, number>): Piece[] {
  return node.children.filter(isElement).flatMap((child): Piece[] => {
    if (child.tag === 'material') return [{ nodes: shownBy(element('', {}, [child])), field: null }]
    if (responses.includes(child.tag)) return fieldsIn(child, item, worth.get(child.attributes.ident ?? '') ?? 1)
    return /^flow/.test(child.tag) ? piecesOf(child, item, worth) : []
  })
}

function fieldsIn(node: Element, item: Item1, points: number): Piece[] {
  if (node.tag === 'response_xy' || descendantsNamed(node, 'render_hotspot').length > 0) {
    item.notes.add('A place on a picture cannot be asked for here: left out. Ask for its name instead.')
    return []
  }
  if (node.tag === 'response_grp') {
    const pairs = pairsOf1(node, { name: '', points: 1, label: null }, item)
    item.notes.add('Pairs to be matched became one choice a row, each worth its share of the points.')
    const shares = shareAlike(points, pairs.length)
    return pairs.map(({ field, row }, k) => {
      const label = plainWords(item.write(row), 60) || null
      item.fields.push({ ...field, label, points: shares[k] ?? points })
      return { nodes: row, field: field.name }
    })
  }
  const own = shownBy(element('', {}, childrenNamed(node, 'material')))
  const ident = (node.attributes.ident ?? '').replace(/^response_/, '')
  const common: Common = { name: item.name(node.attributes.ident ?? ''), points, label: null }
  const field = fieldOf(node, common, item)
  if (!field) {
    item.notes.add('A part of it has no counterpart here: left out.')
    return [{ nodes: own, field: null }]
  }
  item.blanks.set(ident, common.name)
  item.fields.push({ ...field, label: plainWords(item.write(own), 60) || null })
  return [{ nodes: own, field: common.name }]
}

function fieldOf(node: Element, common: Common, item: Item1) {
  if (node.tag === 'response_lid') {
    const blank = /^fill in multiple blanks/.test(item.type) && !descendantsNamed(node, 'response_label').some(isList)
    return blank ? blankOf(node, common, item) : choiceOf1(node, common, item)
  }
  if (node.tag === 'response_extension') return null
  const calculated = calculated1(item, common)
  if (typeof calculated === 'string') item.problem = calculated
  if (calculated === null || typeof calculated === 'string') return typed1(node, common, item)
  for (const parameter of calculated.parameters) item.parameters.push(parameter)
  return calculated.field
}

const isList = ({ attributes }: Element) => /^(?:dropdown|wordbank)$/i.test(attributes.answer_type ?? '')

/** Fields and drawn values that the text names, as in `[x]`, stand there and nowhere else. */
function inTheirText(pieces: Piece[], { blanks, parameters }: Item1): Piece[] {
  const placed = new Set<string>()
  const named = (text: string) =>
    text.replaceAll(/\[([^[\]]{1,80})\]/g, (whole, name: string) => {
      if (parameters.some((parameter) => parameter.name === name)) return placeValue(name)
      const field = blanks.get(name)
      if (field === undefined || placed.has(field)) return whole
      placed.add(field)
      return placeAnswer(field)
    })
  const inside = (node: Markup): Markup =>
    isElement(node) ? { ...node, children: node.children.map(inside) } : named(node)
  const texts = pieces.map((piece) => (piece.field === null ? { ...piece, nodes: piece.nodes.map(inside) } : piece))
  return texts.filter(({ field }) => field === null || !placed.has(field))
}

/** The text of a row without the paragraph around it. */
function unwrapped(nodes: Markup[]): Markup[] {
  const [only, ...rest] = nodes.filter((node) => isElement(node) || node.trim() !== '')
  return rest.length === 0 && isElement(only) && /^(?:p|div)$/.test(only.tag) ? unwrapped(only.children) : nodes
}
