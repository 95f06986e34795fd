import type { ItemParameter } from '../../item/item.ts'
import { descendants, type Element, isElement } from '../../markup/tree.ts'
import { DrawnHere, plainName } from './draws.ts'
import { type Processed, processed } from './process.ts'
import { drawn, type Known, NoCounterpart, numberOf, numberText, type Value } from './value.ts'

const mostDraws = 24
const mostTries = 200
const mostWork = 200_000
/** Of all draws together. */
const mostSteps = 60_000

export interface Pool extends Processed {
  parameters: ItemParameter[]
  draws: number
}

/**
 * Values worked out here for several draws, of which the question picks one: for what has no counterpart as an expression.
 * Draws that differ in more than numbers from the first are left out. @throws NoCounterpart
 */
export function pooled(item: Element, names: Set<string>): Pool {
  const kept = new Map<string, Processed>()
  const budget = { left: mostSteps }
  let shape: string | null = null
  const tries = Math.min(mostTries, Math.ceil(mostWork / (1 + descendants(item).length)))
  for (let k = 0; k < tries && kept.size < mostDraws; k++) {
    const one = processed(item, new DrawnHere(k), new Set(), () => {}, budget)
    if (!one.holds) continue
    const own = JSON.stringify(
      [...entries(one)].map(([key, value]) => [key, numberOf(value) === null ? value.values : 0]),
    )
    shape ??= own
    if (own === shape) kept.set(JSON.stringify([...entries(one)].map(([, value]) => value.values)), one)
  }
  const [first, ...others] = kept.values()
  if (!first) throw new NoCounterpart('no draw fulfils its conditions')
  return merged([first, ...others], names, neededIn(item))
}

/** The values that are there, by kind and identifier. */
function* entries(one: Processed): Generator<[string, Known]> {
  for (const kind of ['variables', 'correct'] as const)
    for (const [identifier, value] of one[kind])
      if (!(value instanceof NoCounterpart) && value.kind === 'known') yield [`${kind} ${identifier}`, value]
}

/** What is named outside of template processing. */
function neededIn(item: Element): (key: string) => boolean {
  const rest = item.children.filter((child) => !isElement(child) || !child.tag.startsWith('qti-template-'))
  const words = new Set(JSON.stringify(rest).split(/\W+/))
  return (key) => {
    const identifier = key.slice(key.indexOf(' ') + 1)
    return key.startsWith('correct') || /\W/.test(identifier) || words.has(identifier)
  }
}

function merged(
  [first, ...others]: [Processed, ...Processed[]],
  names: Set<string>,
  needed: (key: string) => boolean,
): Pool {
  const all = [first, ...others]
  const made: Pool = {
    ...first,
    variables: new Map(first.variables),
    correct: new Map(first.correct),
    steps: [],
    parameters: [],
    draws: all.length,
  }
  const rows = all.map((one) => new Map([...entries(one)].map(([key, value]) => [key, numberOf(value)])))
  const varied = [...entries(first)].filter(([key]) => needed(key) && new Set(rows.map((row) => row.get(key))).size > 1)
  const columns = [...new Set(varied.map(([key]) => rows.map((row) => numberText(row.get(key) ?? 0)).join(' ')))]
  if (columns.length === 0) return made
  const lists = columns.map((column) => column.split(' '))
  const draw = plainName('draw', names)
  const picks = rows.map((_, k) =>
    lists.length === 1 ? lists[0]?.[k] : `[${lists.map((list) => list[k]).join(', ')}]`,
  )
  made.parameters.push({ name: draw, generator: `pick(${picks.join(', ')})` })
  const texts = new Map<string, Value>()
  for (const [key, { base }] of varied) {
    const [kind = 'variables', identifier = ''] = key.split(' ') as ['variables' | 'correct', string]
    const column = rows.map((row) => numberText(row.get(key) ?? 0)).join(' ')
    const value =
      texts.get(`${base} ${column}`) ??
      columnOf(lists.length === 1 ? draw : `${draw}[${columns.indexOf(column) + 1}]`, base, identifier, made, names)
    texts.set(`${base} ${column}`, value)
    made[kind].set(identifier, value)
  }
  return made
}

/** A column of the draws under the name that it had: whole numbers stay whole. */
function columnOf(text: string, base: Known['base'], identifier: string, made: Pool, names: Set<string>): Value {
  if (base !== 'integer') return drawn('float', text)
  if (!text.includes('[')) return drawn('integer', text)
  const name = plainName(identifier, names)
  made.steps.push({ name, expression: `round(${text})` })
  return drawn('integer', name)
}
