import { expect, it } from 'vitest'
import { readLayers } from '../answers/layers.ts'
import type { LayersField } from './judge-layers.ts'
import { runDesignOnce } from './run-design-once.ts'

it('runs the same design once, another one or for another task anew', async () => {
  const row = { kernel: '', stride: '', padding: '' }
  const rows = [
    { ...row, layer: 'flatten' as const, units: '', activation: '' },
    { ...row, layer: 'dense' as const, units: '2', activation: 'softmax' },
  ]
  const task = { input: [4, 4, 1], output: [2], parameterBudget: 100 } as LayersField
  const { lines } = readLayers(rows, task.input)
  const run = runDesignOnce('cpu')
  const first = await run(lines, task)
  expect(first).toMatchObject({ runs: true, outputFits: true })
  expect(await runDesignOnce('cpu')(structuredClone(lines), { ...task })).toBe(first)
  expect(await run(lines, { ...task, parameterBudget: 10 })).toMatchObject({ budgetHolds: false })
})
