import { drawSchedule } from './draw-schedule.ts'
import { judge } from './judge.ts'
import { play } from './play.ts'
import type { Schedule } from './schedule.ts'
import type { Room } from './seats.ts'
import { readStored } from './stored.ts'

export interface Violation {
  seed: number
  schedule: Schedule
  /** what is wrong, each a sentence */
  wrong: string[]
}

/** As many schedules side by side as keep both the use cases and the database busy. */
const atOnce = 48

type Drawn = Pick<Violation, 'seed' | 'schedule'>

/** A machine that stood still for a while lets requests time out: nothing was promised, and nothing can be judged. */
const stoodStill = ({ wrong }: Violation) => wrong.some((one) => /broken: .*(timeout|connection|Connection)/.test(one))

/**
 * Plays schedules at the same time, each for a student of its own, and judges what came of them. What a pause of the
 * machine may have spoiled is played once more; what is still wrong then is wrong.
 */
export async function playAll(room: Room, schedules: readonly Drawn[]): Promise<Violation[]> {
  const first = await playOnce(room, schedules).catch(() => playOnce(room, schedules))
  const spoiled = first.filter(stoodStill)
  if (spoiled.length === 0) return first
  return [...first.filter((violation) => !stoodStill(violation)), ...(await playOnce(room, spoiled))]
}

async function playOnce(room: Room, schedules: readonly Drawn[]): Promise<Violation[]> {
  const seats = await room.seats(schedules.map(({ schedule }) => schedule))
  const played = await Promise.all(
    schedules.map(async ({ seed, schedule }, place) => {
      const seat = seats[place]!
      return { seed, schedule, seat, heard: await play(schedule, seat) }
    }),
  )
  const stored = await readStored(
    room.examIds,
    seats.map(({ student }) => student.personId),
  )
  return played.flatMap(({ seed, schedule, seat, heard }) => {
    const wrong = judge(schedule, seat, heard, stored.get(seat.student.personId)!)
    return wrong.length > 0 ? [{ seed, schedule, wrong }] : []
  })
}

/** The schedules of the seeds from `first` on, or those of them that are `wanted`. Ends early once `after` says so. */
export async function playSeeds(
  room: Room,
  first: number,
  count: number,
  after: (played: number, violations: Violation[]) => boolean = () => true,
  width = atOnce,
  wanted: (schedule: Schedule) => boolean = () => true,
): Promise<Violation[]> {
  const violations: Violation[] = []
  let seed = first
  const next = (): Drawn => {
    for (; ; seed += 1) {
      const schedule = drawSchedule(seed)
      if (wanted(schedule)) return { seed: seed++, schedule }
    }
  }
  for (let done = 0; done < count; ) {
    const drawn = Array.from({ length: Math.min(width, count - done) }, next)
    violations.push(...(await playAll(room, drawn)))
    done += drawn.length
    if (!after(done, violations)) break
  }
  return violations
}
