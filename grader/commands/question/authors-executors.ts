import type { Executors } from '../../backends/executor.ts'
import { startExecutors } from '../../backends/ladder.ts'

/**
 * What an author's text is executed on, as at the desk: wasm, which is there at once and everywhere. No adapter is asked
 * for, whose driver would talk to the terminal. `REFEREE_BACKEND` names another one.
 */
export function authorsExecutors(): Promise<Executors> {
  return startExecutors({ REFEREE_BACKEND: process.env.REFEREE_BACKEND || 'wasm' })
}
