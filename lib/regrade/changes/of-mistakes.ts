import type { Alternative } from '../../../grader/question/definition.ts'
import { paired, quoted, shortened } from './said.ts'

/** A wrong answer that is recognised, in a question or in one of its parts. */
interface Recognised {
  id: string
  /** share of the points; null: what its properties earn */
  earns: number | null
  says: string
}

const share = (earns: number | null) => (earns === null ? 'what its properties earn' : `${earns} of the points`)

/** What differs in how recognised answers are rewarded and what is said of them; `computed` tells two computations apart. */
export function recognisedChanges<T extends Recognised>(
  old: readonly T[],
  next: readonly T[],
  computed: (entry: T) => string,
): string[] {
  const { added, gone, kept } = paired(old, next, ({ id }) => id)
  return [
    ...added.map(({ id, earns }) => `${id} is new among mistakes and conventions; it earns ${share(earns)}.`),
    ...gone.map(({ id }) => `${id} is not recognised any more.`),
    ...kept.flatMap(({ was, is }) => [
      ...(was.earns === is.earns ? [] : [`${is.id} earned ${share(was.earns)} and earns ${share(is.earns)}.`]),
      ...(computed(was) === computed(is)
        ? []
        : [`${is.id} is computed in another way: ${shortened(computed(is))}, was ${shortened(computed(was))}.`]),
      ...(was.says === is.says ? [] : [`What is said of ${is.id} is ${quoted(is.says)}, was ${quoted(was.says)}.`]),
    ]),
  ]
}

const stepsOf = ({ steps }: Alternative) => steps.map(({ name, source }) => `${name} is ${source}`).join('; ')

/** The slips that are made from the reference follow it: only whether there are any, and what they earn, is the author's. */
function slipChanges(old: readonly Alternative[], next: readonly Alternative[]): string[] {
  const [was, is] = [old, next].map((all) => all.find(({ automatic }) => automatic))
  if (!was && !is) return []
  if (!was) return ['Slips in the computation are recognised by themselves now.']
  if (!is) return ['Slips in the computation are not recognised by themselves any more.']
  return was.earns === is.earns ? [] : [`A slip in the computation earned ${was.earns} and earns ${is.earns}.`]
}

/** What differs in the mistakes and conventions of a question. */
export function mistakeChanges(old: readonly Alternative[], next: readonly Alternative[]): string[] {
  const [was, is] = [old, next].map((all) => all.filter(({ automatic }) => !automatic)) as [
    Alternative[],
    Alternative[],
  ]
  const kinds = paired(was, is, ({ id }) => id).kept.flatMap(({ was: before, is: after }) =>
    before.kind === after.kind ? [] : [`${after.id} was a ${before.kind} and is a ${after.kind}.`],
  )
  return [...recognisedChanges(was, is, stepsOf), ...kinds, ...slipChanges(old, next)]
}
