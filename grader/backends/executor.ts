import type { Plan } from '../language/plan.ts'
import type { FormulaJudge } from '../marking/formula/formula-judge.ts'

/** Values of one name over the rows of a batch: `data` has rows × size(shape) entries, row after row. */
export interface BatchTensor {
  shape: readonly number[]
  data: Float64Array
}

export interface Batch {
  rows: number
  /** every parameter of the plan */
  parameters: Readonly<Record<string, BatchTensor>>
  /**
   * Values put in place of a step before later steps read it; NaN keeps the recomputed entry. Shapes equal the step's.
   * So one run gives both what a step recomputes to and what follows from the value put in its place.
   */
  overrides?: Readonly<Record<string, BatchTensor>>
}

/** For every step its value as recomputed from the values before it, i.e. before its own override is applied. */
export type BatchRun = Readonly<Record<string, BatchTensor>>

export type BackendName = 'webgpu' | 'wasm' | 'cpu'

export interface Executor {
  readonly name: BackendName | 'float64'
  run(plan: Plan, batch: Batch): Promise<BatchRun>
}

/** What the ladder chose; stored with every grading and shown in health. */
export interface BackendChoice {
  backend: BackendName
  /** the adapter's own words for webgpu, else '' */
  adapter: string
  /** one line a rung: what was tried and why it was or was not taken */
  ladder: string[]
  versions: { tfjs: string; node: string }
}

/** The two executions of rule 1. */
export interface Executors {
  float64: Executor
  tfjs: Executor
  choice: BackendChoice
  /**
   * To be told that this backend does not answer any more: the next one down takes its place in `tfjs` and `choice`.
   * Throws it again where there is none.
   */
  giveUp?(backend: BackendName, lost: Error): Promise<void>
  /** who judges typed formulas; without it they are judged in this process, where nothing can stop them */
  formulas?: FormulaJudge
}
