import { busy } from '../http/refusal.ts'

interface Gathering<Job, Result> {
  /** runs jobs as one transaction; what each came to, in their order */
  run: (jobs: readonly Job[]) => Promise<Result[]>
  /** what a job locks: groups are run in its order, so that no two of them wait for each other in a circle */
  lockOf: (job: Job) => string
  /** statements that run at the same time: enough to keep the database busy while one of them waits for the disk */
  lanes: number
  /** jobs that share a statement, its round trip and its commit */
  atMost: number
  /** as many as are served well before they give up; who comes then is asked to come back in a moment */
  mostWaiting: number
}

/** The database itself is out of reach or at its end: trying each job alone would only add to it. */
function unreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|53|57)/.test(code)
}

interface Waiting<Job, Result> {
  job: Job
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * What many students ask for in the same second, in few statements: while all lanes are busy, jobs gather, and the next
 * statement takes what has gathered. Alone, a job goes at once. What fails for one is tried for each alone: nobody pays
 * for another's fault.
 */
export function gathering<Job, Result>({
  run,
  lockOf,
  lanes,
  atMost,
  mostWaiting,
}: Gathering<Job, Result>): (job: Job) => Promise<Result> {
  const waiting: Waiting<Job, Result>[] = []
  let running = 0

  const alone = async ({ job, resolve, reject }: Waiting<Job, Result>) => {
    try {
      resolve((await run([job]))[0]!)
    } catch (error) {
      reject(error)
    }
  }
  const carry = async (group: Waiting<Job, Result>[]) => {
    if (group.length === 1) return alone(group[0]!)
    try {
      const results = await run(group.map(({ job }) => job))
      for (const [place, { resolve }] of group.entries()) resolve(results[place]!)
    } catch (error) {
      if (unreachable(error)) for (const { reject } of group) reject(error)
      else await Promise.all(group.map(alone))
    }
  }
  const next = () => {
    while (running < lanes && waiting.length > 0) {
      const group = waiting.splice(0, atMost).sort((a, b) => (lockOf(a.job) < lockOf(b.job) ? -1 : 1))
      running += 1
      void carry(group).finally(() => {
        running -= 1
        next()
      })
    }
  }
  return (job) => {
    if (waiting.length >= mostWaiting) throw busy()
    return new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject })
      next()
    })
  }
}
