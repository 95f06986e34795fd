import type { QuestionDefinition } from '../question/definition.ts'
import { type JudgedField, judgedFields } from '../question/fields.ts'
import { bandAt, cellDistance } from './distance.ts'
import { type Findings, type Sheet, upstreamFields } from './sheet.ts'
import type { Divergence, FieldGrading } from './verdict.ts'

/** Where a sheet first went wrong; `divergence` is absent where nothing is wrong. */
export interface FirstWrong {
  firstWrongStep: string | null
  divergence?: Divergence
}

/**
 * Marks where each chain of answers first went wrong: a wrong field none of whose earlier fields is wrong. Gives the
 * step of the first of them in the file's order, and the entry in which it parts from what was expected.
 */
export function findFirstWrong(question: QuestionDefinition, sheet: Sheet): FirstWrong {
  const upstream = upstreamFields(question)
  const wrong = (name: string) => isWrong(sheet.gradings.get(name))
  const firsts = judgedFields(question).filter(
    ({ name }) => wrong(name) && !upstream.get(name)?.some((earlier) => wrong(earlier.name)),
  )
  for (const { name } of firsts) {
    const grading = sheet.gradings.get(name)
    if (grading) grading.firstWrong = true
  }
  const [first] = firsts
  const findings = first && sheet.findings.get(first.name)
  if (!first || !findings) return { firstWrongStep: first?.step ?? null }
  return { firstWrongStep: first.step, divergence: divergenceAt(first, findings) }
}

/** Something was written and is not right; blank and unreadable cells are not wrong. */
function isWrong(grading: FieldGrading | undefined): boolean {
  if (!grading) return false
  if (grading.verdict === 'partial') return grading.cells?.some((cell) => cell === 'wrong') ?? true
  if (grading.verdict === 'convention') return (grading.score ?? 0) < 1
  return grading.verdict === 'wrong' || grading.verdict === 'mistake'
}

/** The first filled entry that neither the truth nor what the earlier answers lead to explains. */
function divergenceAt({ name, step }: JudgedField, { reading, truth, through, bands }: Findings): Divergence {
  const sameShape = reading.shape.join() === truth.shape.join()
  if (!sameShape || truth.shape.length === 0) return { field: name, step, cell: null }
  const off = (value: number, right: number | undefined, cell: number) =>
    cellDistance(value, right ?? Number.NaN, bandAt(bands, cell, truth.data.length)) > 1
  const cell = reading.values.findIndex(
    (value, k) =>
      reading.cells[k] === 'filled' && off(value, truth.data[k], k) && (!through || off(value, through.data[k], k)),
  )
  return { field: name, step, cell: cell < 0 ? null : cell }
}
