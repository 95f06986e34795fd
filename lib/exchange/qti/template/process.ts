import { childNamed, childrenNamed, type Element, isElement, textOf } from '../../markup/tree.ts'
import { chosen, combined, negated, truth } from './conditions.ts'
import { type Draws, plainName } from './draws.ts'
import { evaluate, expressionIn, type Scope, valuesIn } from './evaluate.ts'
import { atomOf, drawn, known, NoCounterpart, type Value } from './value.ts'

/** What template processing leaves: values, and what the drawn ones have to fulfil. */
export interface Processed {
  variables: Map<string, Value | NoCounterpart>
  correct: Map<string, Value | NoCounterpart>
  where: string[]
  steps: { name: string; expression: string }[]
  /** false: the values that were drawn here are none of those that are wanted */
  holds: boolean
}

interface Run extends Scope {
  made: Processed
  names: Set<string>
  note: (sentence: string) => void
}

const mostSteps = 10_000
const mostVariables = 200
const shortEnough = 60
const done = Symbol('exit-template')

/** Runs the template processing of an item. @throws NoCounterpart */
export function processed(
  item: Element,
  draws: Draws,
  names: Set<string>,
  note: (sentence: string) => void,
  budget = { left: mostSteps },
): Processed {
  const variables = declared(item)
  const correct: Processed['correct'] = new Map()
  const made: Processed = { variables, correct, where: [], steps: [], holds: true }
  const run: Run = { variables, correct, draws, target: '', budget, made, names, note }
  const processing = childNamed(item, 'qti-template-processing')
  for (const rule of processing?.children.filter(isElement) ?? []) if (apply(rule, run) === done) break
  return made
}

function declared(item: Element): Scope['variables'] {
  const found: Scope['variables'] = new Map()
  const all = childrenNamed(item, 'qti-template-declaration')
  if (all.length > mostVariables) throw new NoCounterpart('it has too many variables')
  for (const one of all) {
    const { identifier = '', cardinality = 'single', 'base-type': type = '' } = one.attributes
    const given = valuesIn(childNamed(one, 'qti-default-value')).map((value) => atomOf(textOf(value), type))
    const [first] = given
    if (!first) continue
    const list = { ...known(first.base, ...given.flatMap(({ values }) => values)), many: true }
    found.set(identifier, cardinality === 'single' ? first : list)
  }
  return found
}

function apply(rule: Element, run: Run): typeof done | undefined {
  const identifier = rule.attributes.identifier ?? ''
  switch (rule.tag) {
    case 'qti-set-template-value':
      run.variables.set(identifier, attempted(rule, run, identifier, true))
      return
    case 'qti-set-correct-response':
      run.correct.set(identifier, attempted(rule, run, identifier, false))
      return
    case 'qti-set-default-value':
      run.note('What stands in a field before anything is typed was not carried.')
      return
    case 'qti-template-constraint':
      return constrain(evaluate(expressionIn(rule), run), run)
    case 'qti-template-condition':
      return branch(rule.children.filter(isElement), run)
    case 'qti-exit-template':
      return done
    default:
      throw new NoCounterpart(`${rule.tag.replace(/^qti-/, '').slice(0, 40)} is not known here`)
  }
}

/** The value of a rule; that it has none matters only where it is used. */
function attempted(rule: Element, run: Run, target: string, named: boolean): Value | NoCounterpart {
  try {
    const value = evaluate(expressionIn(rule), { ...run, target })
    return named ? settled(target, value, run) : value
  } catch (error) {
    if (error instanceof NoCounterpart) return error
    throw error
  }
}

/** Whole numbers and what is long become steps; the rest stands where it is used, so that nothing in between is rounded. */
function settled(identifier: string, value: Value, run: Run): Value {
  if (value.kind === 'known' || value.base === 'boolean' || /^\w+$/.test(value.text)) return value
  if (!value.vector && value.base !== 'integer' && value.text.length <= shortEnough) return value
  const name = plainName(identifier, run.names)
  run.made.steps.push({ name, expression: value.text })
  return { ...drawn(value.base, name), vector: value.vector, decimals: value.decimals }
}

function constrain(value: Value, run: Run): undefined {
  if (value.kind === 'drawn') run.made.where.push(value.text)
  else if (truth(value) !== true) run.made.holds = false
}

/** The first branch that holds; where that is drawn, both are gone through, and every value is the one or the other. */
function branch([first, ...others]: readonly Element[], run: Run): typeof done | undefined {
  if (!first) return
  const [test, ...rules] = first.children.filter(isElement)
  if (first.tag === 'qti-template-else') return all(first.children.filter(isElement), run)
  if (!test) throw new NoCounterpart('a condition is empty')
  const condition = evaluate(test, run)
  const plain = truth(condition)
  if (plain === true) return all(rules, run)
  if (plain === false) return branch(others, run)
  const [yes, no] = [aside(run), aside(run)]
  if (all(rules, yes) === done || branch(others, no) === done) throw new NoCounterpart('whether it ends early is drawn')
  for (const kind of ['variables', 'correct'] as const) merge(condition, yes[kind], no[kind], run[kind])
  for (const text of yes.made.where) run.made.where.push(implied(negated(condition), text))
  for (const text of no.made.where) run.made.where.push(implied(condition, text))
  if (!yes.made.holds) constrain(negated(condition), run)
  if (!no.made.holds) constrain(condition, run)
  for (const [identifier, value] of run.variables)
    if (!(value instanceof NoCounterpart) && value !== yes.variables.get(identifier))
      run.variables.set(identifier, settled(identifier, value, run))
}

/** That it holds unless it need not. */
const implied = (unless: Value, text: string) => {
  const both = combined('or', [unless, drawn('boolean', text, 0)])
  return both.kind === 'drawn' ? both.text : text
}

const aside = (run: Run): Run => ({
  ...run,
  variables: new Map(run.variables),
  correct: new Map(run.correct),
  made: { ...run.made, where: [], holds: true },
})

function all(rules: readonly Element[], run: Run): typeof done | undefined {
  for (const rule of rules) if (apply(rule, run) === done) return done
}

function merge(condition: Value, yes: Scope['variables'], no: Scope['variables'], into: Scope['variables']): void {
  for (const identifier of new Set([...yes.keys(), ...no.keys()])) {
    const [a, b] = [yes.get(identifier), no.get(identifier)]
    into.set(identifier, a === b && a ? a : either(condition, a, b, identifier))
  }
}

function either(
  condition: Value,
  a: Value | NoCounterpart | undefined,
  b: Value | NoCounterpart | undefined,
  identifier: string,
): Value | NoCounterpart {
  if (a instanceof NoCounterpart) return a
  if (b instanceof NoCounterpart) return b
  if (!a || !b) return new NoCounterpart(`whether ${identifier.slice(0, 40)} has a value is drawn`)
  try {
    return chosen(condition, a, b)
  } catch (error) {
    if (error instanceof NoCounterpart) return error
    throw error
  }
}
