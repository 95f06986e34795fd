import { expect, it } from 'vitest'
import { parsed, readSample } from '../question/testing/read-sample.ts'
import { auditQuestion } from './audit-question.ts'
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

it('tells what came out of working with the variants', async () => {
  const options = { count: 3, seedPrefix: 's', executors: executorsWith() }
  const source = readSample('gru-step').replace('title:', 'slips: auto\ntitle:')
  const { report } = await auditQuestion(parsed(source), options)
  const text = printReport(report)
  expect(text).toContain(
    'passed: every mistake can be told from the truth and from every other one; every value is finite;',
  )
  expect(text).toMatch(/honest students: (\d+) of \1 answers are right, the farthest [\d.]+ bands away \(\w+\)/)
  expect(text).toMatch(/answers without work: \d+ tried, \d+ earn/)
  expect(text).toMatch(/effort: \d+ – [\d.]+ – \d+ digits, \d+ – [\d.]+ – \d+ operations/)
  expect(text).toMatch(/automatic slips: \d+, of which a variant offers \d+ – [\d.]+ – \d+/)
  const checks = [{ name: 'blanks' as const, passed: false, problems: ['The blank o stands in the text 2 times.'] }]
  const failing = { ...report, examination: { ...report.examination!, checks } }
  expect(printReport(failing)).toContain('  failed: The blank o stands in the text 2 times.')
})
