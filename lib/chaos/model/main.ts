import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { closePools } from '../../db/pool.ts'
import { sendingQueue } from '../../db/queue.ts'
import { withOwnDatabase } from '../../db/testing/own-server.ts'
import { playAll, playSeeds, type Violation } from './rounds.ts'
import type { Schedule } from './schedule.ts'
import { makeRoom, type Room } from './seats.ts'
import { shrink } from './shrink.ts'

/** How often a shorter schedule is played before it counts as harmless. */
const tries = 24

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '3000' },
    from: { type: 'string', default: '1' },
    resume: { type: 'string' },
  },
})
const wanted = Number(values.schedules)
const first = Number(values.from)
if (!Number.isInteger(wanted) || !Number.isInteger(first) || wanted < 1) {
  console.error('Usage: npm run model [-- --schedules 200000] [--from SEED] [--resume FILE]')
  process.exit(2)
}

/** How far an earlier run came, where it wrote that down. */
function resumed(): { done: number; violations: number } {
  if (!values.resume || !fs.existsSync(values.resume)) return { done: 0, violations: 0 }
  return JSON.parse(fs.readFileSync(values.resume, 'utf8'))
}

async function show(room: Room, { seed, schedule, wrong }: Violation): Promise<void> {
  console.log(`seed ${seed}: ${wrong.join('; ')}`)
  const fails = async (candidate: Schedule) =>
    (
      await playAll(
        room,
        Array.from({ length: tries }, () => ({ seed, schedule: candidate })),
      )
    ).length > 0
  console.log(JSON.stringify(await shrink(schedule, fails)))
}

async function run(): Promise<number> {
  await sendingQueue()
  const room = await makeRoom()
  const before = resumed()
  const began = performance.now()
  let shown = 0
  let reached = before.done
  const violations = await playSeeds(room, first + before.done, wanted - before.done, (played, found) => {
    const done = before.done + played
    reached = done
    if (values.resume)
      fs.writeFileSync(values.resume, JSON.stringify({ done, violations: before.violations + found.length }))
    if (process.stderr.isTTY || done % 2_400 === 0)
      process.stderr.write(`${done} schedules, ${found.length} violations\r`)
    return found.length < 5
  })
  for (const violation of violations) {
    shown += 1
    await show(room, violation)
  }
  const seconds = (performance.now() - began) / 1000
  const all = before.violations + shown
  console.log(
    `${reached} of ${wanted} schedules from seed ${first} (${before.done} of them in earlier runs), ${all} violations, ${seconds.toFixed(0)} s`,
  )
  return all
}

await withOwnDatabase(async () => {
  process.exitCode = (await run()) === 0 ? 0 : 1
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})
