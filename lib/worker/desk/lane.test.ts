import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Lane } from './lane.ts'

const entry = new URL('./testing/wild-main.ts', import.meta.url)
const limits = { processor: 700, clock: 20_000, memory: 400 }

let lane: Lane
beforeEach(() => {
  lane = new Lane({ kind: 'wild', limits, entry })
})
afterEach(() => lane.end())

let keys = 0
const ask = (work: string, body: unknown = {}, person = 'ada') => lane.ask({ person, key: String(keys++), work, body })

describe('a desk', () => {
  it('stops what takes too much time, does not try it again, and goes on with the next', async () => {
    const tooLong = { status: 422, code: 'too-long', message: 'This took more than 1 seconds and was stopped.' }
    const spinning = ask('spin', { source: 'wild' })
    const next = ask('echo', { n: 1 }, 'ben')
    await expect(spinning).rejects.toMatchObject(tooLong)
    expect(await next).toEqual({ n: 1 })
    const began = performance.now()
    await expect(ask('spin', { source: 'wild' })).rejects.toMatchObject(tooLong)
    expect(performance.now() - began).toBeLessThan(limits.processor)
  }, 90_000)

  it('stops what takes too much memory', async () => {
    await expect(ask('eat')).rejects.toMatchObject({ code: 'too-long', message: /needed more than 400 MB/ })
    expect(await ask('echo', { n: 2 })).toEqual({ n: 2 })
  }, 90_000)

  it('stops what gives no answer and asks nothing of the processor', async () => {
    const brief = new Lane({ kind: 'wild', limits: { ...limits, clock: 400 }, entry })
    const hanging = brief.ask({ person: 'ada', key: 'x', work: 'hang', body: {} })
    await expect(hanging).rejects.toMatchObject({ code: 'too-long' })
    brief.end()
  }, 90_000)

  it('outlives a process that ends by itself or throws', async () => {
    await expect(ask('throw')).rejects.toThrow('an accident')
    await expect(ask('die')).rejects.toMatchObject({ status: 422 })
    expect(await ask('echo', { n: 3 })).toEqual({ n: 3 })
  }, 90_000)

  it('is told no secret, can write no file, read none but its own program, start nothing, and steps back', async () => {
    process.env.REFEREE_GRADER_TOKEN ??= 'a token that must not be told'
    expect(await ask('reach')).toEqual({
      secrets: [],
      write: 'ERR_ACCESS_DENIED',
      read: 'ERR_ACCESS_DENIED',
      start: 'ERR_ACCESS_DENIED',
      modest: true,
    })
  }, 90_000)

  it('lets somebody ask for something newer, or give up what was asked', async () => {
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
  }, 90_000)
})
