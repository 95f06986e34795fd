import { Refusal } from '../../../http/refusal.ts'
import { everybody, type Gives, type Outcome, type State, type Who } from '../gives.ts'
import { forbidden, leaks } from './secrets.ts'

export interface Answer {
  /** what it gave, or the status it was refused with; something else where it broke */
  outcome: Outcome | string
  /** everything that was said */
  text: string
}

/** All text in a value, bytes and maps included, as JSON. */
export function textOf(value: unknown): string {
  const seen = new Set<unknown>()
  const json = JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one === 'bigint') return String(one)
    if (typeof one !== 'object' || one === null) return one
    if (seen.has(one)) return undefined
    seen.add(one)
    if (one instanceof Map) return [...one]
    if (one instanceof Set) return [...one]
    if (one instanceof Uint8Array) return Buffer.from(one).toString('latin1')
    return one
  })
  return json ?? ''
}

export async function outcomeOf(run: () => unknown): Promise<Answer> {
  try {
    return { outcome: 'ok', text: textOf(await run()) }
  } catch (error) {
    if (!(error instanceof Refusal)) return { outcome: `broke: ${error}`, text: '' }
    const { status, message, code, field, details } = error
    return { outcome: status as Outcome, text: textOf({ message, code, field, details }) }
  }
}

interface Asked {
  gives: Gives
  nameless: boolean
}

/** What is not as the row says: who, when, expected, got; and what of the secrets came out. */
export async function differences(
  { gives, nameless }: Asked,
  states: readonly State[],
  ask: (who: Who, state: State) => Promise<Answer>,
): Promise<string[]> {
  const found: string[] = []
  for (const state of states)
    for (const who of everybody) {
      const expected = gives(who, state)
      const { outcome, text } = await ask(who, state)
      if (outcome !== expected) found.push(`${who} · ${state}: expected ${expected}, got ${outcome}`)
      const out = leaks(text, forbidden(who, state, outcome as Outcome, nameless))
      if (out.length > 0) found.push(`${who} · ${state}: reads ${out.join(', ')}`)
    }
  return found
}
