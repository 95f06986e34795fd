import pg from 'pg'
import { environment } from '../../../environment.ts'

type Ask = string | pg.QueryConfig

/** Transactions within the one that is undone are savepoints. */
const asSavepoint: Record<string, string> = {
  BEGIN: 'SAVEPOINT of_the_use_case',
  COMMIT: 'RELEASE of_the_use_case',
  ROLLBACK: 'ROLLBACK TO of_the_use_case',
}

/** One connection in place of both pools: what is done through it can be undone as if it had never been. */
class Undoing {
  readonly waitingCount = 0
  readonly #client: pg.Client

  constructor(client: pg.Client) {
    this.#client = client
  }

  readonly query = async (ask: Ask) => {
    if (typeof ask === 'string') return this.#client.query(asSavepoint[ask] ?? ask)
    // one that fails must not take those before it along
    await this.#client.query('SAVEPOINT statement')
    try {
      return await this.#client.query(ask)
    } catch (error) {
      await this.#client.query('ROLLBACK TO statement')
      throw error
    }
  }
  connect = async () => ({ query: this.query, on() {}, off() {}, release() {} })
  end = async () => {}
}

const pools = ['save-pool', 'general-pool'].map((name) => Symbol.for(`referee.${name}`))

/** Calls of use cases that leave no trace in the database, one at a time. */
export async function undoing(): Promise<{
  undone: <T>(work: () => Promise<T>) => Promise<T>
  end: () => Promise<void>
}> {
  const client = new pg.Client({ connectionString: environment().DATABASE_URL })
  await client.connect()
  const held = globalThis as unknown as Record<symbol, { value: unknown } | undefined>
  const before = pools.map((pool) => held[pool])
  const value = new Undoing(client)
  const put = (values: readonly ({ value: unknown } | undefined)[]) => {
    for (const [place, pool] of pools.entries()) held[pool] = values[place]
  }
  return {
    async undone(work) {
      put([{ value }, { value }])
      await client.query('BEGIN')
      try {
        return await work()
      } finally {
        await client.query('ROLLBACK')
        put(before)
      }
    },
    end: () => client.end(),
  }
}
