import type { Schedule } from './schedule.ts'

/** Every schedule with one wave or one action less, the shortest first. The first wave, of the starts, stays. */
function smaller({ waves: [starts = [], ...later], ...rest }: Schedule): Schedule[] {
  const withoutWave = later.map((_, wave) => later.filter((_, other) => other !== wave))
  const withoutAction = later.flatMap((actions, wave) =>
    actions.length < 2 ? [] : actions.map((_, gone) => later.with(wave, actions.toSpliced(gone, 1))),
  )
  return [...withoutWave, ...withoutAction].map((fewer) => ({ ...rest, waves: [starts, ...fewer] }))
}

/** Takes away whatever can be missed. What races shows itself now and then: `fails` is to play a schedule often. */
export async function shrink(schedule: Schedule, fails: (schedule: Schedule) => Promise<boolean>): Promise<Schedule> {
  for (const candidate of smaller(schedule)) if (await fails(candidate)) return shrink(candidate, fails)
  return schedule
}
