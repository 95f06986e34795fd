import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runFloat64 } from '../backends/float64.ts'
import { startBackend } from '../backends/start-backend.ts'
import { compile } from '../language/compile.ts'
import { parseText } from '../language/parse-text.ts'
import { prune } from '../language/prune.ts'
import { operations } from './library.ts'
import type { Operation } from './operation.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'operation-'))
afterAll(() => rmSync(folder, { recursive: true }))

const guide = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
const here = pathToFileURL(import.meta.dirname).href
const source = /```ts operation\n([\s\S]*?)```/.exec(guide)?.[1]?.replaceAll("from './", `from '${here}/`) ?? ''
writeFileSync(path.join(folder, 'huber.ts'), source)
const { huber }: { huber: Operation } = await import(pathToFileURL(path.join(folder, 'huber.ts')).href)

const x = [-3, -0.5, 0, 2]
const wanted = [2.5, 0.125, 0, 1.5]

describe('the operation of the guide', () => {
  it('is typed and gives what the guide says, on both executions', async () => {
    expect(guide).toContain(`\`huber([${x.join(', ')}], 1)\` is \`[${wanted.join(', ')}]\``)
    const shape = { shape: [4], integer: false }
    expect(huber.check([shape, { shape: [], integer: true }], [])).toEqual(shape)
    const args = [x, [1]].map((data, i) => ({ shape: i === 0 ? [4] : [], data: Float64Array.from(data) }))
    expect([...huber.float64(args, []).data]).toEqual(wanted)
    const tf = await startBackend('cpu')
    const found = huber.tfjs(tf, [tf.tensor2d([x, x]), tf.tensor1d([1, 1])], [], [[4], []])
    expect(await found.array()).toEqual([wanted, wanted])
  })

  it('has a gradient', () => {
    const steps = { L: 'sum(w .* huber(x, d))', dx: 'gradient(L, x)', dd: 'gradient(L, d)' }
    const sources = Object.entries(steps).map(([name, text]) => {
      const read = parseText(text)
      if (!read.ok) throw new Error(read.problem.message)
      return { name, expression: read.value }
    })
    const real = (...shape: number[]) => ({ shape, integer: false })
    const parameters = { x: real(4), w: real(4), d: real() }
    const compiled = compile({ parameters, statics: {}, steps: sources }, new Map([...operations, ['huber', huber]]))
    if (!compiled.ok) throw new Error(compiled.problems[0]?.problem.message)
    const backward = compiled.plan.steps.filter(({ name }) => name !== 'L')
    const plan = { ...compiled.plan, ...prune(compiled.plan.instructions, backward) }
    const values = { x, w: [1, 10, 100, 1000], d: [1] }
    const given = Object.entries(values).map(([name, data]) => {
      return [name, { shape: data.length === 1 ? [] : [4], data: Float64Array.from(data) }]
    })
    const run = runFloat64(plan, { rows: 1, parameters: Object.fromEntries(given) })
    expect([...(run.dx?.data ?? [])]).toEqual([-1, -5, 0, 1000])
    expect([...(run.dd?.data ?? [])]).toEqual([2 + 1000])
  })
})
