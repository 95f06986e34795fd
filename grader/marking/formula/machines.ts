import { type Bounded, boundedArithmetic, type Format, float64 } from './bounded.ts'
import { type Rational, rationalArithmetic, type Work } from './rational.ts'
import { type Machine, machine } from './run-plan.ts'

/** The arithmetics that the formulas of one question are computed in. */
export interface Machines {
  /** throws NotExact; `work` is what its next run may spend */
  exact: Machine<Rational>
  work: Work
  bounded: Machine<Bounded>
}

export function machinesOf(unspecified: ReadonlyMap<string, (x: number) => number>): Machines {
  const work = { left: 0 }
  return { work, exact: machine(rationalArithmetic(work)), bounded: boundedMachine(unspecified, float64) }
}

export function boundedMachine(
  unspecified: ReadonlyMap<string, (x: number) => number>,
  format: Format,
): Machine<Bounded> {
  return machine(boundedArithmetic(unspecified, format))
}
