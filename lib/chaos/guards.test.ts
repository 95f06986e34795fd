import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { guards, without } from './model/guards.ts'
import { playSeeds } from './model/rounds.ts'
import { makeRoom, type Room } from './model/seats.ts'

/** Few enough that those who fight over one attempt do not wait for connections instead of for each other. */
const fewAtOnce = 4

let room: Room

beforeAll(async () => {
  await freshDatabase()
  await sendingQueue()
  room = await makeRoom()
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

describe('a guard that is taken out is missed within a thousand schedules, most within a hundred', () => {
  it.each(guards)(
    '$name',
    async (guard) => {
      const violations = await without(guard, () =>
        playSeeds(room, 1, 960, (_count, found) => found.length === 0, fewAtOnce, guard.concerns),
      )
      expect(violations).not.toEqual([])
    },
    240_000,
  )
})
