import type { Notes } from '../item/found.ts'
import type { ItemField } from '../item/item.ts'
import { withoutMarkers } from '../markup/markers.ts'
import type { PlacePicture } from '../markup/pictures.ts'
import { childNamed, type Element, element, isElement, type Markup } from '../markup/tree.ts'
import type { Declaration, Declared } from './declarations.ts'
import type { Template } from './template/read-template.ts'

export interface Context {
  item: Element
  declared: Declared
  /** null: nothing is drawn in it */
  template: Template | null
  fields: { field: ItemField; response: string }[]
  names: Set<string>
  /** what was last said to those who score */
  scorers: string
  notes: Notes
  place: PlacePicture
  name(text: string, taken: Set<string>): string
}

/** What is known of an interaction before its kind is looked at. */
export interface Asked {
  node: Element
  response: string
  declaration: Declaration
  common: { name: string; points: number; label: string | null }
}

export type Inner = (node: Markup) => Markup
const nothing: Declaration = {
  cardinality: 'single',
  baseType: '',
  correct: [],
  mapping: new Map(),
  otherwise: 0,
  ceiling: Number.POSITIVE_INFINITY,
}

/** `suffix` where one interaction becomes several fields. */
export function asked(node: Element, context: Context, suffix = ''): Asked {
  const response = node.attributes['response-identifier'] ?? ''
  const declaration = context.declared.responses.get(response) ?? nothing
  const most = context.declared.most.get(`SCORE_${response}`)
  const points = most !== undefined && most >= 0.01 && most <= 1000 ? most : 1
  const name = context.name(`${response}${suffix}`, context.names)
  return {
    node,
    response,
    declaration,
    common: { name, points, label: node.attributes.label?.trim().slice(0, 100) || null },
  }
}

/** What asks for an answer, above it. */
export function promptOf(node: Element, inner: Inner): Markup[] {
  const prompt = childNamed(node, 'qti-prompt')
  return prompt ? [element('div', {}, prompt.children.map(inner))] : []
}

/** What comes from a file without marks of its own. */
export const unmarked = <Node extends Markup>(node: Node): Node =>
  (isElement(node) ? unmarkedElement(node) : withoutMarkers(node)) as Node

const unmarkedElement = (node: Element): Element => ({
  ...node,
  attributes: Object.fromEntries(Object.entries(node.attributes).map(([name, value]) => [name, withoutMarkers(value)])),
  children: node.children.map(unmarked),
})
