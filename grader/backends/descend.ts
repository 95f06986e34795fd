import type { BackendChoice, BackendName, Executor, Executors } from './executor.ts'
import { BackendLost } from './unavailable.ts'

/** A backend that was taken. */
export interface Rung {
  name: BackendName
  adapter: string
  executor: Executor
}

/**
 * The second execution on a ladder: where the backend in use is lost, it is given up for good, and the batch runs on the
 * next one down. `choice` is kept up to date. Where nothing is left, every run throws BackendLost: nothing is graded, and
 * nothing is wrong by it.
 */
export function descending(
  first: Rung,
  choice: BackendChoice,
  next: (after: BackendName) => Promise<Rung | null>,
): Required<Pick<Executors, 'tfjs' | 'giveUp'>> {
  let current = first
  let end: Error | null = null
  let descent: Promise<void> | null = null

  async function descend(lost: Error): Promise<void> {
    choice.ladder.push(`${current.name}: given up, ${lost.message}`)
    const rung = await next(current.name)
    if (!rung) {
      end = lost
      throw lost
    }
    current = rung
    Object.assign(choice, { backend: rung.name, adapter: rung.adapter })
  }

  async function giveUp(backend: BackendName, lost: Error): Promise<void> {
    if (end) throw end
    // another run may have noticed before
    if (backend !== current.name) return
    descent ??= descend(lost).finally(() => {
      descent = null
    })
    await descent
  }

  const tfjs: Executor = {
    get name() {
      return current.name
    },
    async run(plan, batch) {
      for (;;) {
        if (end) throw end
        const { name, executor } = current
        try {
          return await executor.run(plan, batch)
        } catch (error) {
          if (!(error instanceof BackendLost)) throw error
          await giveUp(name, error)
        }
      }
    },
  }
  return { tfjs, giveUp }
}
