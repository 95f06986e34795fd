import { PretendDevice } from '../../components/sitting/engine/journal/pretend-device.ts'
import { newId } from '../../components/sitting/engine/new-id.ts'
import type { Save, Saved, Transport } from '../../components/sitting/engine/protocol.ts'
import { SaveEngine } from '../../components/sitting/engine/save-engine.ts'
import { ServerClock } from '../../components/sitting/engine/server-clock.ts'
import { httpTransport } from '../../components/sitting/engine/transport.ts'
import type { Random } from '../../lib/chaos/model/random.ts'

/** So much faster than a person's page does this one wait: an hour's troubles fit into minutes. */
const haste = 0.25

const homes = new Map<string, { origin: string; server: string; cookie: string }>()
const bare = globalThis.fetch

/** The page's own transport asks for addresses without a host, as a page does: here they are given one, and the cookie. */
globalThis.fetch = (input, init) => {
  const path = String(input)
  const home = homes.get(path.split('/')[5] ?? '')
  if (!home) return bare(input, init)
  const headers = { ...(init?.headers as Record<string, string>), origin: home.server, cookie: home.cookie }
  const { cache: _, ...rest } = init ?? {}
  return bare(home.origin + path, { ...rest, headers })
}

export interface Acknowledged {
  opId: string
  field: string
  value: Saved
}

/** A student whose page is the real one from the fields' edits down to the requests; the device is pretended. */
export class ChaosStudent {
  readonly attemptId: string
  readonly engine: SaveEngine
  readonly acknowledged: Acknowledged[] = []
  /** what was typed last into each field */
  readonly typed = new Map<string, Saved>()
  /** requests that came to nothing */
  troubles = 0
  /** by how much the device's clock is wrong, in milliseconds */
  wrong = 0
  readonly #random: Random
  readonly #fields: readonly string[]
  #count = 0

  constructor(
    attemptId: string,
    fields: readonly string[],
    home: { origin: string; server: string; cookie: string },
    random: Random,
  ) {
    this.attemptId = attemptId
    this.#fields = fields
    this.#random = random
    homes.set(attemptId, home)
    const wait = (run: () => void, milliseconds: number) => {
      const timer = setTimeout(run, milliseconds * haste)
      return () => clearTimeout(timer)
    }
    const now = () => performance.now()
    this.engine = new SaveEngine({
      transport: this.#noting(httpTransport(attemptId)),
      journal: new PretendDevice().journal(wait),
      clock: new ServerClock(now),
      now,
      wall: () => Date.now() + this.wrong,
      wait,
      random: Math.random,
      newId,
    })
  }

  /** Types a number into some field. */
  type(): void {
    const field = this.#random.pick(this.#fields)
    this.#count += 1
    const value = { kind: 'number' as const, text: String(this.#count) }
    this.engine.edit(field, value)
    this.typed.set(field, value)
    if (this.#random.chance(0.2)) this.engine.flush()
  }

  #noting(transport: Transport): Transport {
    return {
      ...transport,
      save: async (body, keepalive) => {
        const answer = await transport.save(body, keepalive)
        if (answer.outcome !== 'answered') this.troubles += 1
        if (answer.outcome === 'answered') this.#note(body.saves, new Set(answer.value.results.map(({ opId }) => opId)))
        return answer
      },
    }
  }

  #note(saves: readonly Save[], opIds: ReadonlySet<string>): void {
    for (const { opId, field, value } of saves) if (opIds.has(opId)) this.acknowledged.push({ opId, field, value })
  }
}
