import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { float64Executor } from '../backends/float64.ts'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { compile } from '../language/compile.ts'
import { parseText } from '../language/parse-text.ts'
import { operations } from './library.ts'

function expression(source: string) {
  const read = parseText(source)
  if (!read.ok) throw new Error(read.problem.message)
  return read.value
}

describe('matrix products of a single row', () => {
  const compiled = compile(
    {
      parameters: { x: { shape: [2], integer: false }, c: { shape: [], integer: false } },
      statics: {},
      // x is the right-hand side twice: as 2×1 and, transposed, as 1×2
      steps: [
        { name: 'a', expression: expression('c ones(3, 2) x') },
        { name: 'y', expression: expression('a x^T') },
      ],
    },
    operations,
  )
  if (!compiled.ok) throw new Error('does not compile')
  const { plan } = compiled
  const batch = {
    rows: 1,
    parameters: {
      x: { shape: [2], data: Float64Array.of(-1.5, 0.25) },
      c: { shape: [], data: Float64Array.of(2) },
    },
  }

  it('are right on wasm when one tensor stands on the right in two shapes', async () => {
    const truth = await float64Executor().run(plan, batch)
    const wasm = await tfjsExecutor('wasm')
    for (let run = 0; run < 3; run++) {
      const got = await wasm.run(plan, batch)
      expect([...(got.y?.data ?? [])]).toEqual([...(truth.y?.data ?? [])])
    }
  })

  it('all go through the one function that knows of this', () => {
    for (const folder of [import.meta.dirname, join(import.meta.dirname, '../backends')]) {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))) {
        if (file === 'batch-matmul.ts') continue
        expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/tf\.(matMul|dot|einsum)\(/)
      }
    }
  })
})
