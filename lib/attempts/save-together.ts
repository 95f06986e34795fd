import { mostWaiting } from '../db/pool.ts'
import { saveQuery } from '../db/query.ts'
import { busy } from '../http/refusal.ts'

/** One device's batch, checked. */
export interface Save {
  attemptId: string
  personId: string
  epoch: number
  /** JSON as `save_responses` takes it */
  saves: string
}

/** Runs saves as one transaction; what each came to, in their order. */
type Run = (saves: readonly Save[]) => Promise<unknown[]>

/** Statements that run at the same time: enough to keep the database busy while one of them waits for the disk. */
const lanes = 6
/** Saves that share a statement, its round trip and its commit. */
const atMost = 12

const runInDatabase: Run = async (saves) => {
  const column = (of: (save: Save) => unknown) => saves.map(of)
  const rows = await saveQuery<{ saved: unknown }>(
    `SELECT save_responses(x.attempt, x.person, x.epoch, x.saves::jsonb) AS saved
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) AS x(attempt, person, epoch, saves)`,
    [
      column((save) => save.attemptId),
      column((save) => save.personId),
      column((save) => save.epoch),
      column((save) => save.saves),
    ],
  )
  return rows.map(({ saved }) => saved)
}

/** The database itself is out of reach or at its end: trying each save alone would only add to it. */
const unreachable = (error: unknown) =>
  !(error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))) ||
  /^(08|53|57)/.test(String((error as { code?: unknown }).code))

interface Waiting {
  save: Save
  resolve: (saved: unknown) => void
  reject: (error: unknown) => void
}

/**
 * Saves of many students in few statements: while all lanes are busy, saves gather, and the next statement takes what has
 * gathered. Alone, a save goes at once. What fails for one is tried for each alone: nobody pays for another's save.
 */
export function savingTogether(run: Run): (save: Save) => Promise<unknown> {
  const waiting: Waiting[] = []
  let running = 0

  const alone = async ({ save, resolve, reject }: Waiting) => {
    try {
      resolve((await run([save]))[0])
    } catch (error) {
      reject(error)
    }
  }
  const carry = async (group: Waiting[]) => {
    if (group.length === 1) return alone(group[0]!)
    try {
      const saved = await run(group.map(({ save }) => save))
      for (const [place, { resolve }] of group.entries()) resolve(saved[place])
    } catch (error) {
      if (unreachable(error)) for (const { reject } of group) reject(error)
      else for (const one of group) await alone(one)
    }
  }
  const next = () => {
    while (running < lanes && waiting.length > 0) {
      // in one order everywhere: statements that wait for each other's attempts never do so in a circle
      const group = waiting.splice(0, atMost).sort((a, b) => (a.save.attemptId < b.save.attemptId ? -1 : 1))
      running += 1
      void carry(group).finally(() => {
        running -= 1
        next()
      })
    }
  }
  return (save) => {
    if (waiting.length >= mostWaiting) throw busy()
    return new Promise((resolve, reject) => {
      waiting.push({ save, resolve, reject })
      next()
    })
  }
}

export const saveTogether = savingTogether(runInDatabase)
