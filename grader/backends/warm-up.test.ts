import { expect, it } from 'vitest'
import { startExecutors } from './ladder.ts'
import { planOf } from './plan-of.ts'
import { warmUp } from './warm-up.ts'

it('runs every plan once on both executions, and goes on after one that can not run', async () => {
  const { choice } = await startExecutors({ REFEREE_BACKEND: 'wasm' })
  const ran: string[] = []
  const executor = (name: 'float64' | 'wasm', fail: boolean) => ({
    name,
    async run(plan: ReturnType<typeof planOf>) {
      ran.push(`${name} ${plan.steps.at(-1)?.name}`)
      if (fail) throw new Error('out of memory')
      return Object.fromEntries(
        plan.steps.map(({ name: step, type }) => [step, { shape: type.shape, data: new Float64Array() }]),
      )
    },
  })
  const plans = [planOf({ first: '2 x' }, { x: [3] }), planOf({ second: 'x' }, { x: [] })]
  const taken = await warmUp({ float64: executor('float64', true), tfjs: executor('wasm', false), choice }, plans)
  expect(ran).toEqual(['wasm gate', 'float64 first', 'wasm first', 'float64 second', 'wasm second'])
  expect(taken).toBeGreaterThanOrEqual(0)
})
