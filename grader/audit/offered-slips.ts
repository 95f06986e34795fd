import type { Subject } from './examination.ts'
import { type Spread, spreadOf } from './spread.ts'

/** How many automatic slips a question has, how many of them a variant offers, and which of them none does. */
export interface OfferedSlips {
  made: number
  offered: Spread
  never: string[]
}

export function offeredSlips({ definition, accepted }: Pick<Subject, 'definition' | 'accepted'>): OfferedSlips {
  const ids = definition.alternatives.filter(({ automatic }) => automatic).map(({ id }) => id)
  const counts = accepted.map(({ key }) => ids.filter((id) => key.alternatives[id]).length)
  const never = ids.filter((id) => !accepted.some(({ key }) => key.alternatives[id]))
  return { made: ids.length, offered: spreadOf(counts), never }
}
