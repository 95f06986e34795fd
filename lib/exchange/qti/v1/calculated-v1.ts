import type { ItemNumber, ItemParameter } from '../../item/item.ts'
import { readNumber } from '../../item/tolerance.ts'
import { childNamed, childrenNamed, descendantsNamed, type Element, textOf } from '../../markup/tree.ts'
import { translateFormula } from '../../moodle/formula.ts'
import type { Common } from './choices.ts'
import type { Item1 } from './item-v1.ts'

/** A formula over numbers that are drawn; null: the item has none. A sentence where it has no counterpart here. */
export function calculated1(
  item: Item1,
  common: Common,
): { field: ItemNumber; parameters: ItemParameter[] } | string | null {
  const [calculated] = descendantsNamed(item.node, 'calculated')
  if (!calculated) return null
  const formulas = childNamed(calculated, 'formulas')
  const written = childrenNamed(formulas, 'formula').map((one) => textOf(one).trim())
  const parameters = childrenNamed(childNamed(calculated, 'vars'), 'var').map(parameterOf)
  if (parameters.includes(null)) return 'The range of one of its numbers cannot be read.'
  const drawn = parameters.filter((one) => one !== null)
  const value =
    written.length === 1
      ? translated(
          written[0] ?? '',
          drawn.map(({ name }) => name),
        )
      : null
  if (value === null)
    return `Its formula has no counterpart here: ${written.join('; ').slice(0, 100) || 'there is none'}.`
  const said = textOf(childNamed(calculated, 'answer_tolerance')).trim()
  const decimals = Math.min(9, Math.max(0, Math.round(Number(formulas?.attributes.decimal_places ?? 2)) || 0))
  const tolerance = Number(said) > 0 ? Number(said) : null
  item.notes.add('The lists of drawn values were not carried: values are drawn anew from their ranges.')
  if (said.endsWith('%'))
    item.notes.add(`The tolerance of ${said.slice(0, 20)} became the band of rounding to ${decimals} decimals.`)
  return { field: { ...common, kind: 'number', value, tolerance, decimals, wider: [], slips: [] }, parameters: drawn }
}

function parameterOf(node: Element): ItemParameter | null {
  const name = node.attributes.name ?? ''
  const [low, high] = ['min', 'max'].map((end) => readNumber(textOf(childNamed(node, end))))
  if (!/^[A-Za-z]\w{0,30}$/.test(name) || !low || !high) return null
  const places = Math.min(9, Math.max(0, Math.round(Number(node.attributes.scale ?? 0)) || 0))
  const whole = places === 0 && Number.isInteger(Number(low)) && Number.isInteger(Number(high))
  return {
    name,
    generator: whole ? `integer(${Number(low)}, ${Number(high)})` : `decimal(${low}, ${high}, ${Math.max(1, places)})`,
  }
}

/** Names stand without braces there, a power is `^`; which logarithm is meant nobody can say. */
function translated(formula: string, names: readonly string[]): string | null {
  if (/\blog\b/.test(formula)) return null
  const marked = formula
    .replaceAll('^', '**')
    .replaceAll(/\b[A-Za-z]\w*\b/g, (word) => (names.includes(word) ? `{${word}}` : word === 'ln' ? 'log' : word))
  return translateFormula(marked, names)
}
