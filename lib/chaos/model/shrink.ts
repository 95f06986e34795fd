import type { Schedule } from './schedule.ts'

/** Every schedule with one wave or one action less, the shortest first. The starts stay. */
function smaller({ edits, waves }: Schedule): Schedule[] {
  const later = waves.map((_, wave) => wave).slice(1)
  const withoutWave = later.map((wave) => waves.filter((_, other) => other !== wave))
  const withoutAction = later.flatMap((wave) =>
    waves[wave]!.map((_, gone) =>
      waves
        .map((actions, other) => (other === wave ? actions.filter((_, place) => place !== gone) : actions))
        .filter((actions) => actions.length > 0),
    ),
  )
  return [...withoutWave, ...withoutAction].map((fewer) => ({ edits, waves: fewer }))
}

/** Takes away whatever can be missed. What races shows itself now and then: `fails` is to play a schedule often. */
export async function shrink(schedule: Schedule, fails: (schedule: Schedule) => Promise<boolean>): Promise<Schedule> {
  for (const candidate of smaller(schedule)) if (await fails(candidate)) return shrink(candidate, fails)
  return schedule
}
