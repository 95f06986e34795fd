import type { Journal } from './journal/journal.ts'
import type { Transport } from './protocol.ts'
import type { ServerClock } from './server-clock.ts'

/**
 * Pauses in milliseconds: after the last keystroke (shorter where this device keeps no copy), at most while typing goes
 * on, and between retries.
 */
export const pauses = { idle: 1500, bare: 300, typing: 5000, firstRetry: 1000, longestRetry: 30_000 }

/** All that the engine knows of the world. */
export interface Environment {
  transport: Transport
  journal: Journal
  clock: ServerClock
  /** monotonic, in milliseconds */
  now: () => number
  /** the device's own clock, in milliseconds: noted, never used */
  wall: () => number
  wait: (run: () => void, milliseconds: number) => () => void
  random: () => number
  newId: () => string
}
