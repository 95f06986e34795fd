import type { ItemParameter } from '../../item/item.ts'
import { childrenNamed, type Element } from '../../markup/tree.ts'
import { DrawnForEach } from './draws.ts'
import { evaluate } from './evaluate.ts'
import { filled } from './fill.ts'
import { pooled } from './pool.ts'
import { type Processed, processed } from './process.ts'
import { type Drawn, type Known, NoCounterpart, nothing, numberText, type Value } from './value.ts'

/** What template processing makes of an item: its body, what is right in it, and what is drawn. */
export interface Template {
  body: Element
  parameters: ItemParameter[]
  steps: Processed['steps']
  where: string[]
  /** what is right in a response, where processing says it */
  correct: ReadonlyMap<string, Drawn | readonly string[]>
  /** the value of an expression of response processing; null: it is none of these values */
  value(expression: Element): Drawn | string | null
}

type Note = (sentence: string) => void

/** Reads the template processing of an item; a sentence where its values cannot be had. `names`: what is called already. */
export function readTemplate(item: Element, body: Element, names: Set<string>, note: Note): Template | string {
  const notes: string[] = []
  try {
    const own = new Set(names)
    const draws = new DrawnForEach(own, (sentence) => notes.push(sentence))
    const made = processed(item, draws, own, (sentence) => notes.push(sentence))
    if (!made.holds) throw new NoCounterpart('its conditions never hold')
    const template = finished(
      item,
      body,
      { ...made, where: [...draws.where, ...made.where], parameters: draws.parameters },
      note,
    )
    for (const sentence of notes) note(sentence)
    for (const name of own) names.add(name)
    return template
  } catch (error) {
    if (!(error instanceof NoCounterpart)) throw error
    return workedOut(item, body, names, note, error.message)
  }
}

function workedOut(item: Element, body: Element, names: Set<string>, note: Note, why: string): Template | string {
  try {
    const pool = pooled(item, names)
    const template = finished(item, body, pool, note)
    note(
      pool.parameters.length > 0
        ? `Its values could not become expressions (${why}): they were worked out for ${pool.draws} draws, of which every student gets one.`
        : `Its values could not become expressions (${why}): those of one draw stand in it, the same for everybody.`,
    )
    return template
  } catch (error) {
    if (!(error instanceof NoCounterpart)) throw error
    return `Its values are drawn there in a way that is not known here: ${error.message}. Write them as parameters.`
  }
}

function finished(
  item: Element,
  body: Element,
  made: Processed & { parameters: ItemParameter[] },
  note: Note,
): Template {
  const inMath = new Set(
    childrenNamed(item, 'qti-template-declaration')
      .filter(({ attributes }) => attributes['math-variable'] === 'true')
      .map(({ attributes }) => attributes.identifier ?? ''),
  )
  const { variables } = made
  const shown = filled(body, { values: variables, inMath, note })
  const correct = new Map([...made.correct].map(([response, value]) => [response, rightOf(value)]))
  const value = (expression: Element) => {
    try {
      const found = evaluate(expression, {
        variables,
        correct: made.correct,
        draws: none,
        target: '',
        budget: { left: 200 },
      })
      return found.kind === 'drawn' ? found : (textsOf(found)[0] ?? null)
    } catch (error) {
      if (error instanceof NoCounterpart) return null
      throw error
    }
  }
  return { body: shown, parameters: made.parameters, steps: made.steps, where: made.where, correct, value }
}

function rightOf(value: Value | NoCounterpart): Drawn | string[] {
  if (value instanceof NoCounterpart) throw value
  return value.kind === 'drawn' ? value : textsOf(value)
}

const textsOf = ({ values }: Known) => values.map((one) => (typeof one === 'number' ? numberText(one) : String(one)))

const refused = () => {
  throw new NoCounterpart('something is drawn after the answer')
}
const none = { integer: refused, float: refused, one: refused, several: refused, constant: () => nothing }

/** Only what is used: a step or a parameter that nothing names stays out. */
export function used(
  { parameters, steps, where }: Pick<Template, 'parameters' | 'steps' | 'where'>,
  texts: readonly string[],
) {
  const names = new Set<string>()
  const look = (text: string) => {
    for (const [word] of text.matchAll(/[A-Za-z]\w*/g)) names.add(word)
  }
  for (const text of [...texts, ...where]) look(text)
  for (const { name, expression } of steps.toReversed()) if (names.has(name)) look(expression)
  for (const { name, generator } of parameters.toReversed()) if (names.has(name)) look(generator)
  return {
    parameters: parameters.filter(({ name }) => names.has(name)),
    steps: steps.filter(({ name }) => names.has(name)),
  }
}
