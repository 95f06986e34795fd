import { setTimeout as wait } from 'node:timers/promises'

/**
 * Does `work` again and again, `milliseconds` after each end, until stopped; a failure is reported and does not end it.
 * `stop` waits for a round that is under way.
 */
export function startRounds(name: string, milliseconds: number, work: () => Promise<unknown>) {
  const end = new AbortController()
  const rounds = async () => {
    while (!end.signal.aborted) {
      await work().catch((error: unknown) => {
        console.error(`${name}: ${error instanceof Error ? error.message : error}`)
      })
      await wait(milliseconds, undefined, { signal: end.signal }).catch(() => {})
    }
  }
  const running = rounds()
  return {
    async stop() {
      end.abort()
      await running
    },
  }
}
