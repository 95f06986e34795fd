import { type Arithmetic, NotExact, type Values } from './arithmetic.ts'
import { judgePoint, type Same, sameBounded, sameRational } from './judge-point.ts'
import type { Given, Point } from './point.ts'
import { toNumber } from './rational.ts'
import { type Settled, settles } from './settles.ts'
import type { Side } from './side.ts'

/** How many drawn points must agree, and how many points are tried. */
const points = { enough: 16, most: 60 } as const
/** A target of more entries than this is not examined entry by entry. */
const mostEntries = 24

export interface EquationInput {
  /** what the target is, by the reference */
  reference: Side
  /** the two sides of the answer; they may read the target */
  left: Side
  right: Side
  target: string
  /** the target is declared to have no value below this */
  lowest: number
  along: () => Iterable<Point>
}

/** `always`: it holds whatever the target is. `others`: it holds, but the target is not the only value for which it does. */
export interface EquationVerdict {
  verdict: 'same' | 'different' | 'always' | 'others' | 'undecided'
  witness?: Point
}

/**
 * Whether an equation in any arrangement settles its target to what the reference says: it must hold for that value
 * and, as far as can be shown, for no other. An equation that is linear in its target (moved terms, swapped sides,
 * multiplied by something) is shown to have one solution; one that is not must rise or fall throughout.
 */
export function compareEquation(input: EquationInput): EquationVerdict {
  const { reference, left, right } = input
  if (reference.shape.reduce((size, n) => size * n, 1) > mostEntries) return { verdict: 'undecided' }
  try {
    const { by } = reference.machines.exact
    return examine(input, by, sameRational, () => 0, toNumber, {
      truth: (point) => reference.exact(point),
      given: (point) => point.exact,
      run: (given) => [left.runExact(given), right.runExact(given)],
    })
  } catch (error) {
    if (!(error instanceof NotExact)) throw error
  }
  try {
    const { by } = reference.machines.bounded
    return examine(
      input,
      by,
      sameBounded,
      ({ v }) => Math.abs(v),
      ({ v }) => v,
      {
        truth: (point) => reference.bounded(point),
        given: (point) => point.bounded,
        run: (given) => [left.runBounded(given), right.runBounded(given)],
      },
    )
  } catch (error) {
    if (error instanceof NotExact) return { verdict: 'undecided' }
    throw error
  }
}

interface Runs<T> {
  truth(point: Point): Values<T>
  given(point: Point): Given<T>
  run(given: Given<T>): [Values<T>, Values<T>]
}

function examine<T>(
  { left, right, target, lowest, along }: EquationInput,
  by: Arithmetic<T>,
  same: Same<T>,
  size: (a: T) => number,
  to: (a: T) => number,
  runs: Runs<T>,
): EquationVerdict {
  const found: Record<Settled, number> = { one: 0, always: 0, others: 0, unclear: 0 }
  let tried = 0
  let hold = 0
  for (const point of along()) {
    if (tried >= points.most || hold >= points.enough) break
    if (!point.special) tried += 1
    const truth = runs.truth(point)
    if (truth.data.some((entry) => by.state(entry) !== 'number')) continue
    const noted = new Map([...point.values, [target, { shape: truth.shape, data: truth.data.map(to) }]])
    for (const side of [left, right]) side.note(noted)
    const sides = (value: Values<T>) => runs.run(new Map([...runs.given(point), [target, value]]))
    const at = judgePoint(by, same, size, ...sides(truth))
    if (at === 'different' || (at === 'lost' && !point.special)) return { verdict: 'different', witness: point }
    // a coincidence of the numbers may make any equation hold
    if (at !== 'same' || point.special) continue
    hold += 1
    found[settles(truth, sides, { by, same, size, to, lowest })] += 1
  }
  if (hold < points.enough) return { verdict: 'undecided' }
  if (found.always === hold) return { verdict: 'always' }
  if (found.others > 0) return { verdict: 'others' }
  return { verdict: found.one === hold ? 'same' : 'undecided' }
}
