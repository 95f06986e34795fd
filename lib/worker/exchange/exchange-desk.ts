import { z } from 'zod'
import { exchangeWork } from '../../exchange/exchange-requests.ts'
import { parse } from '../../http/parse.ts'
import { Lane, type LaneOptions } from '../desk/lane.ts'

const options: LaneOptions = {
  kind: 'exchange',
  entry: new URL('./exchange-main.ts', import.meta.url),
  limits: { processor: 20_000, clock: 28_000, memory: 900 },
  idle: 60_000,
}

const envelope = z.strictObject({ personId: z.uuid(), given: z.unknown() })

/** Where foreign files are read and written: in a process beside the one that grades, with limits, one at a time. */
export class ExchangeDesk {
  readonly #lane: Lane

  constructor(given: Partial<LaneOptions> = {}) {
    this.#lane = new Lane({ ...options, ...given })
  }

  /** What is asked at `/exchange/…`; undefined where there is no such thing. */
  async serve(work: string, body: unknown): Promise<unknown> {
    const { personId: person, given } = parse(envelope, body)
    if (work === 'read') return this.#lane.ask({ person, key: work, work, body: parse(exchangeWork.read, given) })
    if (work !== 'write') return undefined
    const asked = parse(exchangeWork.write, given)
    return this.#lane.ask({ person, key: `${work} ${asked.format}`, work, body: asked })
  }

  end(): void {
    this.#lane.end()
  }
}
