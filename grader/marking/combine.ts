import type { Alternative, QuestionDefinition } from '../question/definition.ts'

/** Two alternatives in one program. They replace different steps. */
export type Combination = Alternative & { parts: readonly [Alternative, Alternative] }

// pairs tried for one field: each costs a run, and each is one more chance to be wrong about it
const most = 24

const known = new WeakMap<QuestionDefinition, Map<string, Combination | null>>()

/**
 * The pairs of these alternatives that can be one program because they replace different steps, those of the author
 * before those with an automatic one. What a pair earns is what is left after both.
 */
export function combinations(question: QuestionDefinition, alternatives: readonly Alternative[]): Combination[] {
  const pairs = alternatives.flatMap((first, k) =>
    alternatives.slice(k + 1).flatMap((second) => combine(question, first, second) ?? []),
  )
  const automatic = ({ parts }: Combination) => Number(parts.some((part) => part.automatic))
  return pairs.sort((a, b) => automatic(a) - automatic(b)).slice(0, most)
}

function combine(question: QuestionDefinition, first: Alternative, second: Alternative): Combination | null {
  const pairs = known.get(question) ?? new Map<string, Combination | null>()
  known.set(question, pairs)
  const id = `${first.id} + ${second.id}`
  const found = pairs.get(id)
  if (found !== undefined) return found
  const replaced = new Set(first.steps.map(({ name }) => name))
  const apart = !second.steps.some(({ name }) => replaced.has(name)) && !(first.automatic && second.automatic)
  const combination = apart ? combined(question, id, first, second) : null
  pairs.set(id, combination)
  return combination
}

function combined(question: QuestionDefinition, id: string, first: Alternative, second: Alternative): Combination {
  const place = ({ steps }: Alternative) => question.reference.findIndex(({ name }) => name === steps[0]?.name)
  const parts = place(first) <= place(second) ? ([first, second] as const) : ([second, first] as const)
  const { line, column } = first
  return {
    id,
    kind: first.kind === 'convention' && second.kind === 'convention' ? 'convention' : 'mistake',
    steps: [...first.steps, ...second.steps],
    says: parts.map(({ says }) => says).join(' '),
    earns: first.earns * second.earns,
    line,
    column,
    parts,
  }
}
