import type { FieldGrading, QuestionGrading } from '../marking/verdict.ts'

/** What a grading says to its student: no clock, no machine, no note of the staff. */
export type Outputs = Omit<QuestionGrading, 'execution' | 'receipt' | 'fields'> & {
  fields: Omit<FieldGrading, 'staffNote'>[]
}

// exp and tanh may differ in the last digits from one machine to another; nothing a student is told hangs on them
const digits = 12

/** Everything of a grading that must come out again when it is run again, anywhere. Numbers have 12 digits. */
export function outputsOf(grading: QuestionGrading): Outputs {
  const { execution: _execution, receipt: _receipt, fields, ...rest } = grading
  return rounded({ ...rest, fields: fields.map(({ staffNote: _note, ...field }) => field) }) as Outputs
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return isShort(value) ? value : Number(value.toPrecision(digits))
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) copy[key] = rounded(item)
  return copy
}

/** Whether a number has no more than 12 digits as it is: most were typed. */
function isShort(value: number): boolean {
  return Number.isInteger(value) || (Math.abs(value) < 1e5 && Math.round(value * 1e6) / 1e6 === value)
}
