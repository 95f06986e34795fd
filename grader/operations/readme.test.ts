import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runFloat64 } from '../backends/float64.ts'
import { planOf } from '../backends/plan-of.ts'
import { startBackend } from '../backends/start-backend.ts'
import { compile } from '../language/compile.ts'
import { parseText } from '../language/parse-text.ts'
import { prune } from '../language/prune.ts'
import { sizeOf } from '../language/types.ts'
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

describe('what is written in steps', () => {
  const state = ['s', 'c', 'b_h', 'b_z', 'b_r', 'c_h', 'm', 'w', 'g', 'v_0', 'm_0']
  const shapes: Record<string, readonly number[]> = {
    ...Object.fromEntries(state.map((name) => [name, [3]])),
    ...Object.fromEntries(['W_h', 'W_z', 'W_r'].map((name) => [name, [3, 3]])),
    ...Object.fromEntries(['U_h', 'U_z', 'U_r'].map((name) => [name, [3, 2]])),
    ...Object.fromEntries(['Q', 'K', 'V'].map((name) => [name, [3, 4]])),
    ...Object.fromEntries(['p', 'mu', 'eta', 'beta_1', 'beta_2', 'alpha'].map((name) => [name, []])),
    x: [2],
    W_O: [5, 4],
    X: [2, 4, 4],
    D: [2, 1, 3, 3],
    P: [3, 2, 1, 1],
  }
  const lines = /```yaml recipes\n([\s\S]*?)```/.exec(guide)?.[1]?.trim().split('\n') ?? []
  const steps = Object.fromEntries(lines.map((line) => line.split('#')[0]?.trim().split(': ') as [string, string]))

  it.each(Object.keys(steps))('%s can be computed and differentiated', (name) => {
    const upTo = Object.fromEntries(Object.entries(steps).slice(0, Object.keys(steps).indexOf(name) + 1))
    const read = planOf(upTo, shapes).steps.find((step) => step.name === name)?.reads ?? []
    const [by = ''] = read
    const plan = planOf({ ...upTo, L: `sum(${name} .* ${name})`, d: `gradient(L, ${by})` }, shapes)
    const parameters = Object.fromEntries(
      plan.parameters.map(({ name: parameter, type: { shape } }, at) => {
        const data = Float64Array.from({ length: sizeOf(shape) }, (_, i) => 0.3 + 0.1 * Math.sin(7 * i + at))
        return [parameter, { shape, data }]
      }),
    )
    const run = runFloat64(plan, { rows: 1, parameters })
    expect(run.d?.data.some((value) => value !== 0)).toBe(true)
    for (const { data } of Object.values(run)) expect(data.every(Number.isFinite)).toBe(true)
  })
})

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
