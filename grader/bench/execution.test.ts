import { describe, expect, it } from 'vitest'
import { compareRuns } from '../backends/agreement.ts'
import { runFloat64 } from '../backends/float64.ts'
import { randomBatch } from '../backends/random-batch.ts'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { benchPrograms } from './programs.ts'

describe('what is measured', () => {
  it.each(benchPrograms())('$name gives the same on wasm as in float64, batched and one by one', async ({ plan }) => {
    const wasm = await tfjsExecutor('wasm')
    for (const rows of [1, 20]) {
      const batch = randomBatch(plan, rows)
      const found = compareRuns(plan, runFloat64(plan, batch), await wasm.run(plan, batch))
      expect(Object.values(found).map(({ agrees }) => agrees)).not.toContain(false)
    }
  })
})
