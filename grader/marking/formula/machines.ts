import { type Bounded, boundedArithmetic, float32, float64 } from './bounded.ts'
import { type Rational, rationalArithmetic, type Work } from './rational.ts'
import { type Machine, machine } from './run-plan.ts'

/** The arithmetics that the formulas of one question are computed in. */
export interface Machines {
  /** throws NotExact; `work` is what its next run may spend */
  exact: Machine<Rational>
  work: Work
  bounded: Machine<Bounded>
  /** true values, with the error that a computation in float32 may have */
  single: Machine<Bounded>
}

export function machinesOf(unspecified: ReadonlyMap<string, (x: number) => number>): Machines {
  const work = { left: 0 }
  return {
    work,
    exact: machine(rationalArithmetic(work)),
    bounded: machine(boundedArithmetic(unspecified, float64)),
    single: machine(boundedArithmetic(unspecified, float32)),
  }
}
