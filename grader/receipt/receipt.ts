import { createHash } from 'node:crypto'
import type { GradingRow } from '../marking/sheet.ts'
import type { QuestionGrading } from '../marking/verdict.ts'
import { canonicalJson } from './canonical-json.ts'
import { type Outputs, outputsOf } from './outputs.ts'

/**
 * What went into a grading and what came out, each as the SHA-256 (hex) of its canonical JSON. With the version, the seed
 * and the execution beside it, anybody who has the store can run the grading again and see whether it is this one.
 */
export interface Receipt {
  /** the variant's parameters and arrangement, and the answers as they were handed in */
  inputs: string
  /** expected values, bands and alternatives that the answers were held against */
  key: string
  /** all that a student is told */
  outputs: string
}

export function receiptOf({ variant, key, answers }: GradingRow, outputs: Outputs): Receipt {
  const { params, arrangement } = variant
  return {
    inputs: digest(
      `{"answers":${canonicalJson(answers)},"variant":${canonicalOnce({ params, arrangement }, variant)}}`,
    ),
    key: digestOnce(key),
    outputs: digest(canonicalJson(outputs)),
  }
}

/** A grading with its receipt. */
export function sealed(row: GradingRow, grading: QuestionGrading): QuestionGrading {
  return { ...grading, receipt: receiptOf(row, outputsOf(grading)) }
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

// in a regrade a thousand rows share the objects of one variant
const written = new WeakMap<object, string>()

const digests = new WeakMap<object, string>()

function digestOnce(value: object): string {
  const known = digests.get(value) ?? digest(canonicalJson(value))
  digests.set(value, known)
  return known
}

function canonicalOnce(value: unknown, owner: object): string {
  const known = written.get(owner)
  if (known !== undefined) return known
  const text = canonicalJson(value)
  written.set(owner, text)
  return text
}
