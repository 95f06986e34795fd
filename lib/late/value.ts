import type { RawAnswer } from '../../grader/answers/raw-answer.ts'

/** A saved answer; null where the field was cleared. */
export type Value = RawAnswer | null
