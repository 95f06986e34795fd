import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Lane } from './lane.ts'
import { processUsage } from './process-usage.ts'

const entry = new URL('./testing/wild-main.ts', import.meta.url)
const limits = { processor: 700, clock: 20_000, memory: 400 }

/** Processes are started one after another, on a machine that may have much else to do. */
const patience = 240_000

let lane: Lane
beforeEach(() => {
  lane = new Lane({ kind: 'wild', limits, entry })
})
afterEach(() => lane.end())

/** What has ended and is not yet taken note of holds none. */
const memoryOf = (pid: number) => processUsage(pid)?.memory ?? 0

let keys = 0
const ask = (work: string, body: unknown = {}, person = 'ada') => lane.ask({ person, key: String(keys++), work, body })

describe('a desk', () => {
  it(
    'stops what takes too much time, does not try it again, and goes on with the next',
    async () => {
      // the processor's time alone, whatever the clock says
      lane.end()
      lane = new Lane({ kind: 'wild', limits: { ...limits, clock: 600_000 }, entry })
      const tooLong = { status: 422, code: 'too-long', message: 'This took more than 1 seconds and was stopped.' }
      const spinning = ask('spin', { source: 'wild' })
      const next = ask('echo', { n: 1 }, 'ben')
      await expect(spinning).rejects.toMatchObject(tooLong)
      expect(await next).toEqual({ n: 1 })
      const begun = vi.fn()
      const again = lane.ask({ person: 'ada', key: 'x', work: 'spin', body: { source: 'wild' }, progress: begun })
      await expect(again).rejects.toMatchObject(tooLong)
      expect(begun).not.toHaveBeenCalled()
    },
    patience,
  )

  it(
    'stops what takes too much memory',
    async () => {
      await expect(ask('eat')).rejects.toMatchObject({ code: 'too-long', message: /needed more than 400 MB/ })
      expect(await ask('echo', { n: 2 })).toEqual({ n: 2 })
    },
    patience,
  )

  it(
    'gives the next one a fresh process where much memory was left behind',
    async () => {
      const before = await ask('pid')
      expect(await ask('pid')).toBe(before)
      expect(await ask('eat', { megabytes: 260, seconds: 0 })).toBe(before)
      expect(await ask('pid')).not.toBe(before)
    },
    patience,
  )

  it(
    'stops what gives no answer and asks nothing of the processor',
    async () => {
      const brief = new Lane({ kind: 'wild', limits: { ...limits, clock: 400 }, entry })
      const hanging = brief.ask({ person: 'ada', key: 'x', work: 'hang', body: {} })
      await expect(hanging).rejects.toMatchObject({ code: 'too-long' })
      brief.end()
    },
    patience,
  )

  it(
    'tells what is beyond all measure from its own faults, which it writes down',
    async () => {
      const written = vi.spyOn(console, 'error').mockImplementation(() => {})
      await expect(ask('allocate')).rejects.toMatchObject({ code: 'too-long', message: /needed more than 400 MB/ })
      await expect(ask('recurse')).rejects.toMatchObject({ status: 422, code: 'too-deep' })
      expect(written).not.toHaveBeenCalled()
      await expect(ask('throw')).rejects.toMatchObject({ status: 422, code: 'failed', message: /our fault/ })
      expect(written.mock.calls).toEqual([['A desk failed:', expect.any(Error)]])
      expect(String(written.mock.calls[0]?.[1])).toContain('an accident')
    },
    patience,
  )

  it(
    'answers that it is busy where its process cannot start, and so it does when it is ended',
    async () => {
      const none = new Lane({ kind: 'wild', limits, entry: new URL('./testing/nowhere.ts', import.meta.url) })
      await expect(none.ask({ person: 'ada', key: 'x', work: 'echo', body: {} })).rejects.toMatchObject({ status: 503 })
      none.end()
      const pid = await ask('pid')
      const all = [ask('hang'), ask('echo')]
      const refused = all.map((one) => expect(one).rejects.toMatchObject({ status: 503 }))
      lane.end()
      await Promise.all(refused)
      await expect(ask('echo')).rejects.toMatchObject({ status: 503 })
      await vi.waitUntil(() => memoryOf(Number(pid)) === 0, { timeout: patience, interval: 50 })
    },
    patience,
  )

  it(
    'outlives a process that ends twice over the same',
    async () => {
      const twice = { status: 422, message: 'The process that worked on this ended twice, and was stopped.' }
      await expect(ask('die', { source: 'deadly' })).rejects.toMatchObject(twice)
      const begun = vi.fn()
      const again = lane.ask({ person: 'ada', key: 'x', work: 'die', body: { source: 'deadly' }, progress: begun })
      await expect(again).rejects.toMatchObject(twice)
      expect(begun).not.toHaveBeenCalled()
      expect(await ask('echo', { n: 3 })).toEqual({ n: 3 })
    },
    patience,
  )

  it(
    'tries once more where the system ended the process',
    async () => {
      // written out once to be known again, and once for each attempt
      const dies = [false, true, false]
      expect(await ask('die', { toJSON: () => ({ dies: dies.shift() }) })).toBe('alive')
      expect(dies).toEqual([])
    },
    patience,
  )

  it(
    'does not outlive the process that started it, in the middle of a job',
    async () => {
      const parent = fork(new URL('./testing/parent-main.ts', import.meta.url), { execArgv: [] })
      const [pid] = (await once(parent, 'message')) as [number]
      expect(memoryOf(pid)).toBeGreaterThan(0)
      parent.kill('SIGKILL')
      await vi.waitUntil(() => memoryOf(pid) === 0, { timeout: patience, interval: 50 })
    },
    patience,
  )

  it(
    'is told no secret, can write no file, read none but its own program, start nothing, and steps back',
    async () => {
      process.env.REFEREE_GRADER_TOKEN ??= 'a token that must not be told'
      expect(await ask('reach')).toEqual({
        secrets: [],
        write: 'ERR_ACCESS_DENIED',
        read: 'ERR_ACCESS_DENIED',
        secrets_read: 'ERR_ACCESS_DENIED',
        start: 'ERR_ACCESS_DENIED',
        modest: true,
      })
    },
    patience,
  )

  it(
    'lets somebody ask for something newer, or give up what was asked',
    async () => {
      const first = ask('echo', { n: 1 })
      const old = lane.ask({ person: 'ada', key: 'same', work: 'echo', body: { n: 2 } })
      const newer = lane.ask({ person: 'ada', key: 'same', work: 'echo', body: { n: 3 } })
      await expect(old).rejects.toMatchObject({ status: 409, code: 'superseded' })
      expect([await first, await newer]).toEqual([{ n: 1 }, { n: 3 }])
      const body = { source: 'long' }
      let started = () => {}
      const begun = new Promise<void>((resolve) => {
        started = resolve
      })
      const spinning = lane.ask({ person: 'ada', key: 'x', work: 'spin', body, progress: () => started() })
      const stopped = expect(spinning).rejects.toMatchObject({ message: 'This was stopped before it was done.' })
      await begun
      lane.interrupt(body)
      await stopped
      expect(await ask('echo', { n: 4 })).toEqual({ n: 4 })
    },
    patience,
  )
})
