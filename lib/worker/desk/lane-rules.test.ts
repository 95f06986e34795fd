import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Refusal } from '../../http/refusal.ts'
import { Lane } from './lane.ts'

/** A process that ends when it is told to; what it is asked is answered by hand. */
class FakeProcess {
  alive = true
  memory = 0
  stopped: string[] = []
  jobs: { work: string; resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = []
  run(work: string): Promise<unknown> {
    return new Promise((resolve, reject) => this.jobs.push({ work, resolve, reject }))
  }
  stop(why: string): void {
    this.alive = false
    this.stopped.push(why)
  }
}
let processes: FakeProcess[] = []

vi.mock('./desk-process.ts', () => ({
  DeskEnded: class extends Error {},
  DeskProcess: class {
    constructor() {
      const made = new FakeProcess()
      processes.push(made)
      // biome-ignore lint/correctness/noConstructorReturn: what stands for the process of a desk
      return made
    }
  },
}))

const tooLong = new Refusal(422, 'too-long', 'This took long.')
const limits = { processor: 1, clock: 1, memory: 300 }
let lane: Lane
let keys = 0

beforeEach(() => {
  processes = []
  vi.useFakeTimers()
  lane = new Lane({ kind: 'quick', limits, idle: 1_000 })
})
afterEach(() => {
  lane.end()
  vi.useRealTimers()
})

const turn = () => vi.advanceTimersByTimeAsync(0)
const process = () => processes.at(-1) as FakeProcess
/** Asks, and says how it ends. */
function ask(body: object, work = 'check') {
  const ended = lane.ask({ person: 'ada', key: String(keys++), work, body }).then(
    (value) => value,
    (error: Refusal) => error.code,
  )
  return { ended, body }
}

it('what is given up while it waits is not begun, and who works on goes on', async () => {
  const [first, second] = [ask({ n: 1 }), ask({ n: 2 })]
  await turn()
  lane.interrupt(second.body)
  expect(process().stopped).toEqual([])
  process().jobs[0]?.resolve('done')
  expect([await first.ended, await second.ended]).toEqual(['done', 'superseded'])
  expect(process().jobs).toHaveLength(1)
})

it('what took too long is not tried again, what failed otherwise is', async () => {
  const run = async (error: unknown) => {
    const { ended } = ask({ same: true })
    await turn()
    process().jobs.at(-1)?.reject(error)
    return ended
  }
  expect(await run(new Refusal(422, 'asked', 'No.'))).toBe('asked')
  expect(await run(tooLong)).toBe('too-long')
  expect(process().jobs).toHaveLength(2)
  expect(await ask({ same: true }).ended).toBe('too-long')
  expect(process().jobs).toHaveLength(2)
  // the same body for other work is another matter
  const other = ask({ same: true }, 'preview')
  await turn()
  process().jobs[2]?.resolve('shown')
  expect(await other.ended).toBe('shown')
})

it('of what was stopped so much is remembered, and no more', async () => {
  for (let n = 0; n <= 200; n += 1) {
    const { ended } = ask({ n })
    await turn()
    process().jobs[n]?.reject(tooLong)
    await ended
  }
  const forgotten = ask({ n: 0 })
  await turn()
  process().jobs[201]?.resolve('tried again')
  expect([await forgotten.ended, await ask({ n: 200 }).ended]).toEqual(['tried again', 'too-long'])
})

it('the next one finds a process that is starting already, unless the lane is at its end', async () => {
  const die = async () => {
    const { ended } = ask({ n: keys })
    await turn()
    return async () => {
      const { jobs } = process()
      process().alive = false
      jobs.at(-1)?.reject(tooLong)
      await ended
    }
  }
  await (await die())()
  expect(processes).toHaveLength(2)
  const last = await die()
  lane.end()
  expect(process().stopped).toEqual(['end'])
  await last()
  expect(processes).toHaveLength(2)
})

it('a process that has nothing to do ends after a while; one that works does not, whoever warms it', async () => {
  const first = ask({ n: 1 })
  await vi.advanceTimersByTimeAsync(900)
  lane.warm()
  await vi.advanceTimersByTimeAsync(1_100)
  expect(process().stopped).toEqual([])
  process().jobs[0]?.resolve('done')
  await first.ended
  await vi.advanceTimersByTimeAsync(999)
  expect(process().stopped).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(process().stopped).toEqual(['idle'])
  lane.warm()
  expect(processes).toHaveLength(2)
})

it('nothing that waits keeps the process above alive', () => {
  vi.useRealTimers()
  const set = vi.spyOn(globalThis, 'setTimeout')
  lane.warm()
  const timer: NodeJS.Timeout | undefined = set.mock.results[0]?.value
  expect(timer?.hasRef()).toBe(false)
})
