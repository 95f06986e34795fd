import type { Plan } from '../language/plan.ts'
import { sizeOf } from '../language/types.ts'
import type { BatchRun } from './executor.ts'

// float32 keeps 6e-8 relative; a reference of some ten operations loses two or three digits of that, and where large
// terms cancel the error is that of the largest entry, not of the small one that remains.
const relative = 1e-3
const ofLargest = 1e-5
const absolute = 1e-5

/**
 * Whether a float32 execution agrees with the float64 one within float32 error. Nothing agrees with what is not finite in
 * float32, even if the second execution could hold it: so that it is the same on every backend.
 */
export function agrees(float64: ArrayLike<number>, float32: ArrayLike<number>): boolean {
  if (float64.length !== float32.length) return false
  let largest = 0
  for (let i = 0; i < float64.length; i++) largest = Math.max(largest, Math.abs(float64[i] ?? 0))
  for (let i = 0; i < float64.length; i++) {
    const [a, b] = [float64[i] ?? Number.NaN, float32[i] ?? Number.NaN]
    // written so that NaN fails
    if (
      !(Number.isFinite(Math.fround(a)) && Math.abs(a - b) <= relative * Math.abs(a) + ofLargest * largest + absolute)
    )
      return false
  }
  return true
}

export interface StepAgreement {
  /** largest distance between the two executions; Infinity where one is not finite */
  deviation: number
  agrees: boolean
  /** the same, row by row */
  rows: boolean[]
}

/** Compares the two executions of a plan step by step (rule: they certify each other, or nothing is scored). */
export function compareRuns(plan: Plan, float64: BatchRun, float32: BatchRun): Record<string, StepAgreement> {
  return Object.fromEntries(
    plan.steps.map((step) => [step.name, compareStep(step.name, sizeOf(step.type.shape), float64, float32)]),
  )
}

function compareStep(name: string, size: number, float64: BatchRun, float32: BatchRun): StepAgreement {
  const [a, b] = [float64[name]?.data, float32[name]?.data]
  if (!a || !b || a.length !== b.length) return { deviation: Infinity, agrees: false, rows: [] }
  const rows = Array.from({ length: a.length / size }, (_, row) => {
    const [from, to] = [row * size, (row + 1) * size]
    return agrees(a.subarray(from, to), b.subarray(from, to))
  })
  let deviation = 0
  for (let i = 0; i < a.length; i++) {
    const distance = Math.abs((a[i] ?? 0) - (b[i] ?? 0))
    deviation = Number.isNaN(distance) ? Infinity : Math.max(deviation, distance)
  }
  return { deviation, agrees: rows.every(Boolean), rows }
}
