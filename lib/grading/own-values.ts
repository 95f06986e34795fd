import { readCells } from '../../grader/answers/cells.ts'
import { readNumber } from '../../grader/answers/number.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading } from '../../grader/marking/verdict.ts'

/** A student's values as they were read: row-major, null where a cell is blank or could not be read. */
export interface OwnValues {
  shape: number[]
  data: (number | null)[]
}

/** What a student's answer to a computed field was read as; null where there is no value in it. */
export function ownValues(answer: RawAnswer | null, grading: FieldGrading | null): OwnValues | null {
  if (grading?.parsed) return grading.parsed
  if (answer?.kind === 'number') {
    const read = readNumber(answer.text)
    return read.ok && Number.isFinite(read.value) ? { shape: [], data: [read.value] } : null
  }
  if (answer?.kind !== 'tensor') return null
  const data = readCells(answer.cells).map((cell) => (cell.ok && Number.isFinite(cell.value) ? cell.value : null))
  return data.some((value) => value !== null) ? { shape: answer.shape, data } : null
}
