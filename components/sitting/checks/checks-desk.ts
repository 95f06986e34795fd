import type { Vouched } from '../engine/handing-in.ts'
import type { Answered } from '../engine/protocol.ts'
import type { ShownCheck } from './check.ts'

/** How a question stands with its checks. */
export interface Standing {
  asking: boolean
  newest: ShownCheck | null
  used: number
  /** null: as many as one likes */
  left: number | null
  /** the last request: its refusal in the server's words, or what else came between */
  trouble: { said: string } | 'unsaved' | 'trouble' | null
}

/** What the desk needs of the engine: nothing is checked that the server does not have. */
export type WhenSaved = <T>(
  send: (vouched: Vouched) => Promise<Answered<T>>,
) => Promise<Answered<T> | { outcome: 'unsaved' }>

export interface ChecksTransport {
  all(): Promise<Answered<{ questions: Record<string, { used: number; newest: ShownCheck }> }>>
  check(slug: string, revisions: Record<string, number>): Promise<Answered<{ check: ShownCheck; left: number | null }>>
}

/** Asks for checks, and remembers what came of them: of each question the newest. */
export class ChecksDesk {
  private readonly transport: ChecksTransport
  private readonly whenSaved: WhenSaved
  private readonly allowed: number | null
  private readonly standings = new Map<string, Standing>()
  private readonly listeners = new Set<() => void>()
  private readonly untouched: Standing

  constructor(transport: ChecksTransport, whenSaved: WhenSaved, allowed: number | null) {
    this.transport = transport
    this.whenSaved = whenSaved
    this.allowed = allowed
    this.untouched = { asking: false, newest: null, used: 0, left: allowed, trouble: null }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The same object while nothing is new. */
  read = (slug: string): Standing => this.standings.get(slug) ?? this.untouched

  /** What was said before the page was loaded. One that does not come is no trouble: checks go on. */
  async load(): Promise<void> {
    const answer = await this.transport.all()
    if (answer.outcome !== 'answered') return
    for (const [slug, { used, newest }] of Object.entries(answer.value.questions)) {
      const left = this.allowed === null ? null : Math.max(0, this.allowed - used)
      // what came meanwhile is newer; one that is under way is not
      if (this.read(slug).newest === null) this.put(slug, { newest, used, left })
    }
  }

  async check(slug: string): Promise<void> {
    if (this.read(slug).asking) return
    this.put(slug, { asking: true, trouble: null })
    const answer = await this.whenSaved(({ revisions }) => {
      const own = Object.entries(revisions).filter(([key]) => key.startsWith(`${slug}.`))
      return this.transport.check(slug, Object.fromEntries(own))
    })
    const { used } = this.read(slug)
    if (answer.outcome === 'answered') {
      const { check, left } = answer.value
      this.put(slug, { asking: false, newest: check, used: used + 1, left })
    } else if (answer.outcome === 'refused') this.put(slug, { asking: false, trouble: { said: answer.message } })
    else this.put(slug, { asking: false, trouble: answer.outcome })
  }

  private put(slug: string, change: Partial<Standing>): void {
    this.standings.set(slug, { ...this.read(slug), ...change })
    for (const listener of this.listeners) listener()
  }
}
