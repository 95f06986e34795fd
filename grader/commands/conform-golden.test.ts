import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Executor } from '../backends/executor.ts'
import { float64Executor } from '../backends/float64.ts'
import { startableExecutors } from '../backends/testing.ts'
import { goldenAdapters } from '../operations/golden/adapters.ts'
import { conformGolden } from './conform-golden.ts'
import { goldenFilesIn, readGoldenFile } from './golden-file.ts'

const executors = await startableExecutors()
const files = goldenFilesIn(path.join(import.meta.dirname, '../operations/golden/vectors')).map(readGoldenFile)

/** float64 with every value off by a share: what a wrong kernel would give. */
function off(share: number, name: Executor['name']): Executor {
  const right = float64Executor()
  return {
    name,
    async run(plan, batch) {
      const run = await right.run(plan, batch)
      for (const { data } of Object.values(run))
        for (const [i, value] of data.entries()) data[i] = value * (1 + share) + share
      return run
    },
  }
}

describe.each(executors)('golden vectors on $name', (executor) => {
  it.each(files)('$op', async (file) => {
    // a GPU compiles its kernels anew for every shape: there the further combinations of attributes are left out
    const cases = file.cases.filter(({ id }) => executor.name !== 'webgpu' || !id.includes('-more-'))
    const report = await conformGolden({ ...file, cases }, [executor])
    expect(report.failing).toEqual([])
    expect(report.deviation[executor.name]).toBeLessThan(executor.name === 'float64' ? 1e-12 : 1e-4)
  })
})

describe('golden vectors', () => {
  it('exist for every adapter', () => {
    expect(files.map(({ op }) => op).sort()).toEqual([...goldenAdapters.keys()].sort())
  })

  it.each(files)(
    '$op notices values that are off by a hundredth on float32, by a millionth in float64',
    async (file) => {
      const { failing } = await conformGolden(file, [off(0.01, 'cpu'), off(1e-6, 'float64')])
      for (const { id } of file.cases) {
        expect(failing.filter((line) => line.startsWith(`${id} on cpu`))).not.toEqual([])
        expect(failing.filter((line) => line.startsWith(`${id} on float64`))).not.toEqual([])
      }
    },
  )

  it('fail for an operation, a parameter or an output that nobody computes', async () => {
    const [file] = files.filter(({ op }) => op === 'lr_schedule')
    const [golden] = file?.cases ?? []
    if (!file || !golden) throw new Error('there is no case')
    const run = async (changes: Partial<typeof golden>, op = file.op) =>
      (await conformGolden({ ...file, op, cases: [{ ...golden, ...changes }] }, [float64Executor()])).failing
    expect(await run({})).toEqual([])
    expect(await run({}, 'einsum')).toEqual(['einsum: an unknown operation'])
    expect((await run({ params: { kind: 'cyclic' } }))[0]).toMatch(/the schedule cyclic is unknown/)
    const { lr } = golden.outputs
    if (!lr) throw new Error('there is no rate')
    expect((await run({ outputs: { lr, momentum: lr } }))[0]).toMatch(/momentum is not computed/)
    expect((await run({ outputs: { lr: { ...lr, data: lr.data.slice(1) } } }))[0]).toMatch(/has 8 entries, not 7/)
    expect((await run({ inputs: {} }))[0]).toMatch(/the input t is missing/)
  })
})
