import { shortText } from '../item/found.ts'
import type { ItemField } from '../item/item.ts'
import { readRubric } from '../item/read-rubric.ts'
import { readNumber } from '../item/tolerance.ts'
import { foreignText } from '../markup/foreign-text.ts'
import { placeAnswer } from '../markup/markers.ts'
import { type Element, element, isElement, type Markup } from '../markup/tree.ts'
import { choiceOf, hottextOf, orderOf } from './choices.ts'
import { type Asked, asked, type Context, type Inner, promptOf } from './context.ts'
import { drawnNumber } from './drawn-number.ts'
import { numberOf } from './numbers.ts'
import { associateOf, gapsOf, matchOf } from './pairs.ts'

type Reader = (node: Element, context: Context, inner: Inner) => Markup | null

/** A field that stands by itself, under what asks for it. */
function block(make: (asked: Asked, context: Context, inner: Inner) => ItemField | null): Reader {
  return (node, context, inner) => {
    const given = asked(node, context)
    const field = make(given, context, inner)
    if (!field) return null
    context.fields.push({ field, response: given.response })
    return element('div', {}, [...promptOf(node, inner), element('p', {}, [placeAnswer(field.name)])])
  }
}

/** A field in a line of text. */
function inline(make: (asked: Asked, context: Context) => ItemField | null): Reader {
  return (node, context) => {
    const given = asked(node, context)
    const field = make(given, context)
    if (!field) return null
    context.fields.push({ field, response: given.response })
    return placeAnswer(field.name)
  }
}

const textEntry = (given: Asked, context: Context): ItemField | null => {
  const number = numberOf(given, context)
  if (number) return number
  const { declaration, common } = given
  const most = Math.max(...declaration.mapping.values(), 1e-9)
  const mapped = [...declaration.mapping].map(([text, worth]) => ({ text, share: worth / most }))
  const right = declaration.correct.map((text) => ({ text, share: 1 }))
  return shortText(common, mapped.length > 0 ? mapped : right, context.notes)
}

const extended = ({ common, declaration }: Asked, context: Context): ItemField => {
  const { rubric, solution } = readRubric(context.scorers, common.points)
  context.scorers = ''
  return {
    ...common,
    kind: 'text',
    rubric,
    solution: solution ?? (foreignText(declaration.correct.join('\n'), 'plain') || null),
    length: null,
    upload: false,
  }
}

const upload = ({ common, node }: Asked, context: Context): ItemField => {
  const { rubric, solution } = readRubric(context.scorers, common.points)
  context.scorers = ''
  if (node.tag !== 'qti-upload-interaction') context.notes.add('A drawing became pages to be photographed.')
  return { ...common, kind: 'upload', rubric, solution }
}

const slider = (given: Asked, context: Context): ItemField | null => {
  const value = readNumber(given.declaration.correct[0] ?? '')
  const drawn = drawnNumber(given, [], context)
  if (!value && !drawn) return null
  context.notes.add('A slider became a number to be typed.')
  if (drawn || !value) return drawn
  return { ...given.common, kind: 'number', value, tolerance: 0, decimals: null, wider: [], slips: [] }
}

const place = 'A place on a picture cannot be asked for here: left out. Ask for its name in a choice instead.'
const program = 'A part that is a program of its own cannot run here: left out.'

/** Why an interaction has no counterpart. */
export const reasons: Readonly<Record<string, string>> = {
  'qti-hotspot-interaction': place,
  'qti-graphic-order-interaction': place,
  'qti-graphic-associate-interaction': place,
  'qti-graphic-gap-match-interaction': place,
  'qti-select-point-interaction': place,
  'qti-position-object-interaction': place,
  'qti-position-object-stage': place,
  'qti-media-interaction': 'A recording cannot be played here: left out.',
  'qti-end-attempt-interaction': 'A button for hints or for ending the attempt was left out.',
  'qti-custom-interaction': program,
  'qti-portable-custom-interaction': program,
}

export const interactions: Readonly<Record<string, Reader>> = {
  'qti-choice-interaction': block(choiceOf),
  'qti-inline-choice-interaction': inline(choiceOf),
  'qti-order-interaction': block(orderOf),
  'qti-hottext-interaction': (node, context, inner) => {
    const given = asked(node, context)
    const field = hottextOf(given, context)
    context.fields.push({ field, response: given.response })
    const text = node.children.filter((child) => !isElement(child) || child.tag !== 'qti-prompt').map(inner)
    return element('div', {}, [...promptOf(node, inner), ...text, element('p', {}, [placeAnswer(field.name)])])
  },
  'qti-match-interaction': matchOf,
  'qti-associate-interaction': associateOf,
  'qti-gap-match-interaction': gapsOf,
  'qti-text-entry-interaction': inline(textEntry),
  'qti-extended-text-interaction': block(extended),
  'qti-upload-interaction': block(upload),
  'qti-drawing-interaction': block(upload),
  'qti-slider-interaction': block(slider),
  ...Object.fromEntries(Object.keys(reasons).map((tag): [string, Reader] => [tag, () => null])),
}
