import { childrenNamed, type Element, isElement, textOf } from '../../markup/tree.ts'
import { applied, functionNamed, operatorNamed, statisticOf } from './arithmetic.ts'
import { chosen, combined, compared, negated } from './conditions.ts'
import type { Draws } from './draws.ts'
import {
  atomOf,
  type Drawn,
  drawn,
  isNumeric,
  type Known,
  known,
  NoCounterpart,
  nothing,
  numberOf,
  Rest,
  type Value,
} from './value.ts'

/** What template processing knows while it runs. */
export interface Scope {
  variables: Map<string, Value | NoCounterpart>
  correct: Map<string, Value | NoCounterpart>
  draws: Draws
  /** the variable that is about to have the value */
  target: string
  /** how much more it may do */
  budget: { left: number }
}

const mostRepeats = 100

/** The value of an expression. @throws NoCounterpart */
export function evaluate(node: Element, scope: Scope): Value {
  scope.budget.left -= 1
  if (scope.budget.left < 0) throw new NoCounterpart('its template processing does too much')
  const { attributes } = node
  const parts = node.children.filter(isElement)
  const all = () => parts.map((part) => evaluate(part, scope))
  const first = () => {
    const [part] = parts
    if (!part) throw new NoCounterpart(`${node.tag.slice(0, 40)} is empty`)
    return evaluate(part, scope)
  }
  const name = node.tag.replace(/^qti-/, '')
  switch (name) {
    case 'base-value':
      return atomOf(textOf(node), attributes['base-type'] ?? '')
    case 'variable':
      return valueNamed(scope.variables, attributes.identifier ?? '')
    case 'correct':
      return valueNamed(scope.correct, attributes.identifier ?? '')
    case 'null':
      return nothing
    case 'math-constant':
      return scope.draws.constant(attributes.name === 'e' ? 'e' : 'pi')
    case 'random-integer':
      return scope.draws.integer(...rangeOf(node, scope), limit(attributes.step ?? '1', scope), scope.target)
    case 'random-float':
      return scope.draws.float(...rangeOf(node, scope), scope.target)
    case 'random': {
      const { list, without } = rest(first)
      return scope.draws.one(list, scope.target, without)
    }
    case 'delete': {
      const gone = first()
      const { list, without } = rest(() => evaluate(parts[1] ?? node, scope))
      if (gone.kind === 'drawn') throw new Rest(list, [...without, gone])
      return less(list, gone, without)
    }
    case 'multiple':
    case 'ordered':
      return together(all())
    case 'repeat':
      return repeated(node, parts, scope)
    case 'index':
      return entryOf(first(), limit(attributes.n ?? '1', scope))
    case 'container-size':
      return known('integer', listOf(first()).values.length)
    case 'member':
    case 'contains': {
      const [one = nothing, other = nothing] = all().map(listOf)
      const [some, list] = name === 'member' ? [one, other] : [other, one]
      return known(
        'boolean',
        some.values.every((value) => list.values.includes(value)),
      )
    }
    case 'is-null': {
      const value = first()
      return known('boolean', value.kind === 'known' && value.values.length === 0)
    }
    case 'and':
    case 'or':
      return combined(name, all())
    case 'not':
      return negated(first())
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
    case 'match':
    case 'equal': {
      const [a = nothing, b = nothing] = all()
      return compared(name, a, b, toleranceOf(node))
    }
    case 'round-to':
      return roundedTo(first(), attributes['rounding-mode'] ?? '', limit(attributes.figures ?? '', scope))
    case 'math-operator':
      return calculated(name, functionNamed(attributes.name ?? ''), all())
    case 'stats-operator':
      return statisticOf(attributes.name ?? '', first())
    case 'custom-operator':
      throw new NoCounterpart('a program of its own works them out')
    default:
      return calculated(name, operatorNamed(name), all())
  }
}

/** A list, and which of its values are drawn already. */
function rest(look: () => Value): { list: Known; without: readonly Drawn[] } {
  try {
    return { list: listOf(look()), without: [] }
  } catch (error) {
    if (error instanceof Rest) return error
    throw error
  }
}

function less(list: Known, gone: Known, without: readonly Drawn[]): Value {
  const left = { ...list, values: list.values.filter((value) => !gone.values.includes(value)) }
  if (without.length > 0) throw new Rest(left, without)
  return left
}

function calculated(name: string, operator: ReturnType<typeof operatorNamed>, given: readonly Value[]): Value {
  if (!operator) throw new NoCounterpart(`${name.slice(0, 40)} is not known here`)
  return applied(name, operator, given)
}

function valueNamed(values: Scope['variables'], identifier: string): Value {
  const value = values.get(identifier)
  if (value instanceof NoCounterpart) throw value
  if (!value) throw new NoCounterpart(`${identifier.slice(0, 40) || 'a variable'} has no value`)
  return value
}

/** A number of an attribute, or the name of a variable. */
function limit(text: string, scope: Scope): Value {
  const plain = text.trim().replace(/^\{(.*)\}$/, '$1')
  return /^[-+]?[\d.]/.test(plain)
    ? atomOf(plain, Number.isInteger(Number(plain)) ? 'integer' : 'float')
    : valueNamed(scope.variables, plain)
}

const rangeOf = ({ attributes }: Element, scope: Scope): [Value, Value] => [
  limit(attributes.min ?? '0', scope),
  limit(attributes.max ?? '', scope),
]

function toleranceOf({ attributes }: Element): number {
  const mode = attributes['tolerance-mode'] ?? 'exact'
  if (mode === 'exact') return 0
  if (mode === 'absolute') return Math.abs(Number(attributes.tolerance?.trim().split(/\s+/)[0] ?? 0)) || 0
  throw new NoCounterpart('values are compared by a share of each other')
}

/** A list that is known. */
function listOf(value: Value): Known {
  if (value.kind === 'drawn') throw new NoCounterpart('a list of drawn values is looked at')
  return value
}

function together(given: readonly Value[]): Value {
  const [only] = given
  if (only && given.length === 1 && only.kind === 'drawn' && only.vector) return only
  if (given.every((one) => one.kind === 'known')) {
    const base = given.every((one) => one.base === only?.base) ? (only?.base ?? 'text') : 'float'
    return { ...known(base, ...given.flatMap((one) => one.values)), many: true }
  }
  if (!given.every(isNumeric)) throw new NoCounterpart('a list of drawn values is no list of numbers')
  const texts = given.map((one) => (one.kind === 'drawn' ? one.text : String(numberOf(one))))
  return {
    ...drawn(given.every(({ base }) => base === 'integer') ? 'integer' : 'float', `[${texts.join(', ')}]`),
    vector: true,
  }
}

function repeated(node: Element, parts: readonly Element[], scope: Scope): Value {
  const count = limit(node.attributes['number-repeats'] ?? '', scope)
  const [draw] = parts
  if (parts.length === 1 && draw?.tag === 'qti-random-integer' && (draw.attributes.step ?? '1') === '1') {
    const made = scope.draws.several(count, ...rangeOf(draw, scope), scope.target)
    if (made) return made
  }
  const times = numberOf(count)
  if (times === null) throw new NoCounterpart('how often something is repeated is drawn')
  if (times > mostRepeats) throw new NoCounterpart('something is repeated too often')
  return together(Array.from({ length: Math.max(0, times) }, () => parts.map((part) => evaluate(part, scope))).flat())
}

/** The entry of a list, counted from 1. */
function entryOf(list: Value, place: Value): Value {
  const n = numberOf(place)
  if (list.kind === 'drawn') {
    if (n === null || !list.vector) throw new NoCounterpart('an entry of a drawn list is drawn')
    return drawn(list.base === 'boolean' ? 'float' : list.base, `${list.text}[${n}]`)
  }
  const entries = list.values.map((value) => known(list.base, value))
  if (n !== null) return entries[n - 1] ?? nothing
  const last = entries.at(-1)
  if (!last) return nothing
  return entries
    .slice(0, -1)
    .reduceRight<Value>(
      (rest, entry, k) => chosen(compared('equal', place, known('integer', k + 1), 0), entry, rest),
      last,
    )
}

function roundedTo(value: Value, mode: string, figures: Value): Value {
  const places = numberOf(figures)
  const plain = numberOf(value)
  if (places === null || places < 0 || places > 15) throw new NoCounterpart('to how many figures is rounded is drawn')
  if (plain !== null) {
    const scale = mode === 'decimalPlaces' ? places : places - 1 - Math.floor(Math.log10(Math.abs(plain) || 1))
    return known('float', Number((Math.floor(plain * 10 ** scale + 0.5) / 10 ** scale).toPrecision(15)))
  }
  if (mode !== 'decimalPlaces') throw new NoCounterpart('a drawn value is rounded to significant figures')
  const scaled = calculated('product', operatorNamed('product'), [value, known('integer', 10 ** places)])
  const whole = calculated('round', operatorNamed('round'), [scaled])
  return calculated('divide', operatorNamed('divide'), [whole, known('integer', 10 ** places)])
}

/** The elements of an expression, without what does not count. */
export const expressionIn = (rule: Element): Element => {
  const [only] = rule.children.filter(isElement)
  if (!only) throw new NoCounterpart(`${rule.tag.slice(0, 40)} is empty`)
  return only
}

export const valuesIn = (declared: Element | undefined): Element[] => childrenNamed(declared, 'qti-value')
