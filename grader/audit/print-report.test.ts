import { expect, it } from 'vitest'
import { parsed, readSample } from '../question/testing/read-sample.ts'
import { makePool } from './make-pool.ts'
import { printReport } from './print-report.ts'
import { executorsWith } from './testing/executors.ts'

it('reads as a table', async () => {
  const { report } = await makePool(parsed(readSample('every-kind')), {
    count: 3,
    seedPrefix: 's',
    executors: executorsWith(),
  })
  const text = printReport(report)
  expect(text).toMatch(
    /^3 of 3 variants, by float64 and float64\n {2}fields +drawn +kept +redraws +mostly redrawn because\n/,
  )
  expect(text).toMatch(/product, size +3 +100 % +0\n/)
  expect(text).toContain('nearest to the truth: transposed at product')
  expect(text).toContain('total exact, product ±0.05, size ±')
})

it('says why variants are missing', async () => {
  const definition = parsed(readSample('every-kind').replace('y: A^T v', 'y: A v'))
  const { report } = await makePool(definition, {
    count: 3,
    seedPrefix: 's',
    executors: executorsWith(),
    maximumTries: 2,
  })
  expect(printReport(report)).toContain('failed: a mistake or convention changes nothing: transposed (9 times)')
})
