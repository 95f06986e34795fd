import { expect, it } from 'vitest'
import type { z } from 'zod'
import { checkBody, completeBody, gradeBody, previewBody } from './desk-requests.ts'

const x = (length: number) => 'x'.repeat(length)
const at = (line: number) => ({ source: '', line, column: 1 })
const drawn = (seed: string) => ({ source: '', seed })

it.each<[string, z.ZodType, unknown, unknown]>([
  ['characters', checkBody, { source: x(200_000) }, { source: x(200_001) }],
  ['a tab', checkBody, { source: '', tab: x(40) }, { source: '', tab: x(41) }],
  ['lines from the first', completeBody, at(1), at(0)],
  ['lines', completeBody, at(1_000_000), at(1_000_001)],
  ['a seed', previewBody, drawn(x(100)), drawn(x(101))],
  ['some seed', previewBody, drawn('x'), drawn('')],
  ['a name', gradeBody, { ...drawn('x'), answers: { [x(60)]: 1 } }, { ...drawn('x'), answers: { [x(61)]: 1 } }],
])('a desk is asked no more than that: %s', (_what, schema, good, bad) => {
  expect(schema.safeParse(good).success).toBe(true)
  expect(schema.safeParse(bad).success).toBe(false)
})
