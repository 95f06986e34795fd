import { readFileSync } from 'node:fs'
import { magnitudes, type NumberReading, readNumber } from '../answers/number.ts'
import { readShape } from '../answers/shape.ts'
import { readTensor } from '../answers/tensor.ts'

export type ReaderKind = 'numbers' | 'shapes' | 'tensors'

export interface ReaderConformance {
  kind: ReaderKind
  right: number
  wrong: number
  /** input that was read as a value although it should have been refused, or as another value */
  falseAccepts: number
  /** a line for every wrong case */
  failing: string[]
}

type Judgement = 'right' | 'wrong' | 'false accept'

const units = {
  ...magnitudes,
  ...Object.fromEntries(['Ki', 'Mi', 'Gi', 'Ti'].map((prefix, k) => [`${prefix}B`, 1024 ** (k + 1)])),
  ...Object.fromEntries(['k', 'M', 'G', 'T'].map((prefix, k) => [`${prefix}B`, 1000 ** (k + 1)])),
}

/** Runs a reader over a JSON array of `{ input, expect }`. */
export function conformReaders(kind: ReaderKind, file: string): ReaderConformance {
  const cases = JSON.parse(readFileSync(file, 'utf8')) as { input: string; expect: unknown }[]
  const judge = { numbers: judgeNumber, shapes: judgeShape, tensors: judgeTensor }[kind]
  const result: ReaderConformance = { kind, right: 0, wrong: 0, falseAccepts: 0, failing: [] }
  for (const { input, expect } of cases) {
    const { judgement, got } = judge(input, expect)
    if (judgement === 'right') {
      result.right++
      continue
    }
    result.wrong++
    if (judgement === 'false accept') result.falseAccepts++
    result.failing.push(`${JSON.stringify(input)}: expected ${JSON.stringify(expect)}, got ${got}`)
  }
  return result
}

function judgeNumber(input: string, expect: unknown): { judgement: Judgement; got: string } {
  const reading = readNumber(input)
  const got = reading.ok ? String(reading.value) : `${reading.reason} ${reading.readings ?? ''}`.trim()
  if (typeof expect === 'number') return { judgement: isValue(reading, expect), got }
  if (reading.ok) return { judgement: 'false accept', got }
  if (typeof expect === 'string') {
    const special = expect.startsWith('special')
    return { judgement: !special || readNumber(input, { special: true }).ok ? 'right' : 'wrong', got }
  }
  const { ambiguous, withSuffix, withUnit } = expect as { ambiguous?: number[]; withSuffix?: number; withUnit?: number }
  if (ambiguous) {
    const same = String([...ambiguous].sort()) === String([...(reading.readings ?? [])].sort())
    return { judgement: reading.reason === 'ambiguous' && same ? 'right' : 'wrong', got }
  }
  const value = withSuffix ?? withUnit
  return { judgement: value === undefined ? 'wrong' : isValue(readNumber(input, { suffixes: units }), value), got }
}

function isValue(reading: NumberReading, expected: number): Judgement {
  if (!reading.ok) return 'wrong'
  return Math.abs(reading.value - expected) <= 1e-14 * Math.abs(expected) ? 'right' : 'false accept'
}

function judgeShape(input: string, expect: unknown): { judgement: Judgement; got: string } {
  const reading = readShape(input)
  return judged(reading.ok ? reading.dimensions : null, expect === 'error' ? null : expect)
}

function judgeTensor(input: string, expect: unknown): { judgement: Judgement; got: string } {
  const reading = readTensor(input)
  return judged(reading.ok ? reading.shape : null, expect === 'error' ? null : (expect as { shape: unknown }).shape)
}

function judged(found: unknown, expected: unknown): { judgement: Judgement; got: string } {
  const got = JSON.stringify(found) ?? 'nothing'
  if (got === JSON.stringify(expected)) return { judgement: 'right', got }
  return { judgement: found === null ? 'wrong' : 'false accept', got }
}
