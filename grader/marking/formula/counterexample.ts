import { NotExact, type Values } from './arithmetic.ts'
import type { Bounded } from './bounded.ts'
import type { DeclaredValue } from './formula-symbols.ts'
import { judgePoint, sameBounded } from './judge-point.ts'
import type { Point } from './point.ts'
import { seeded } from './seeded.ts'
import type { Side } from './side.ts'
import { smallPoints } from './small-points.ts'

interface Tensor {
  shape: number[]
  data: number[]
}

/** A point at which an answer is wrong, with what it gives there and what is right. */
export interface Counterexample {
  /** every symbol that is read; for an equation its target too, with the right value */
  at: { name: string; value: Tensor }[]
  /** what the answer gives (of an equation: its left side); null where it has no value */
  answer: Tensor | null
  /** what is right (of an equation: its right side) */
  right: Tensor
  equation: boolean
}

/** A formula against its reference, or the two sides of an equation whose target is what the reference says. */
type Compared = { reference: Side } & ({ answer: Side } | { left: Side; right: Side; target: string })

/** Looks for small numbers that show the difference; else the point that was found (if any) must do. */
export function counterexampleOf(
  compared: Compared,
  values: readonly DeclaredValue[],
  { sizes, seed }: { sizes: ReadonlyMap<string, number>; seed: string },
  found?: Point,
): Counterexample | null {
  for (const point of smallPoints(values, sizes, seeded(`${seed} small`))) {
    const shown = tryPoint(compared, point, true)
    if (shown) return shown
  }
  return found ? tryPoint(compared, found, false) : null
}

/** `plainly`: the difference must be seen at a glance. */
function tryPoint(compared: Compared, point: Point, plainly: boolean): Counterexample | null {
  try {
    const truth = compared.reference.runBounded(point.bounded)
    const { by } = compared.reference.machines.bounded
    const at = [...point.values].map(([name, value]) => ({ name, value: tensor(value) }))
    const size = ({ v }: Bounded) => Math.abs(v)
    if ('answer' in compared) {
      const given = compared.answer.runBounded(point.bounded)
      const verdict = judgePoint(by, sameBounded, size, truth, given)
      if (verdict === 'same' || verdict === 'useless') return null
      const [answer, right] = [numbers(given), numbers(truth)]
      if (!right || (plainly && answer && !differPlainly(answer, right))) return null
      return { at, answer: verdict === 'different' ? answer : null, right, equation: false }
    }
    if (truth.data.some((entry) => by.state(entry) !== 'number')) return null
    const given = new Map([...point.bounded, [compared.target, truth]])
    const [left, right] = [compared.left.runBounded(given), compared.right.runBounded(given)]
    if (judgePoint(by, sameBounded, size, right, left) !== 'different') return null
    const [answer, other, settled] = [numbers(left), numbers(right), numbers(truth)]
    if (!other || !settled || (plainly && answer && !differPlainly(answer, other))) return null
    return { at: [...at, { name: compared.target, value: settled }], answer, right: other, equation: true }
  } catch (error) {
    if (error instanceof NotExact) return null
    throw error
  }
}

function differPlainly(a: Tensor, b: Tensor): boolean {
  return a.data.some((value, i) => Math.abs(value - (b.data[i] ?? 0)) > 1e-3 * Math.max(1, Math.abs(value)))
}

function numbers({ shape, data }: Values<Bounded>): Tensor | null {
  return data.some(({ v }) => Number.isNaN(v)) ? null : { shape: [...shape], data: data.map(({ v }) => v) }
}

function tensor({ shape, data }: { shape: readonly number[]; data: readonly number[] }): Tensor {
  return { shape: [...shape], data: [...data] }
}
