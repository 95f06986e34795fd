import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { playSeeds } from './model/rounds.ts'
import { makeRoom } from './model/seats.ts'

beforeAll(async () => {
  await freshDatabase()
  await sendingQueue()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

describe('three thousand schedules of starting, saving, handing in, taking over, more time and closing, racing', () => {
  it('lose nothing acknowledged, take nothing after the close, freeze once and exactly what was saved', async () => {
    expect(await playSeeds(await makeRoom(), 1, 3_000)).toEqual([])
  }, 900_000)
})
