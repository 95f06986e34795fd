import type { Answered, AttemptState, Save, SaveResult, SavesReply, Transport } from './protocol.ts'
import { SaveEngine } from './save-engine.ts'
import { ServerClock } from './server-clock.ts'

/** A server that keeps the rules of the save protocol, with troubles to order. For tests. */
class PretendServer implements Transport {
  held: AttemptState['responses'] = {}
  readonly requests: Save[][] = []
  epoch = 1
  closed = false
  failing = 0
  losesReply = false
  refuses: string | null = null
  /** the status with which everything is turned away: nobody, or somebody else, is signed in */
  turnsAway: number | null = null
  answer: ((saves: Save[]) => SaveResult[]) | null = null
  meanwhile: (() => void) | null = null
  private readonly time: () => number

  constructor(time: () => number) {
    this.time = time
  }

  now = () => 1_800_000_000_000 + this.time()

  async save(body: { epoch: number; saves: Save[] }): Promise<Answered<SavesReply>> {
    this.requests.push(body.saves)
    this.meanwhile?.()
    this.meanwhile = null
    if (this.turnsAway) return this.refusal(this.turnsAway)
    if (this.failing > 0) {
      this.failing--
      return { outcome: 'trouble', retryAfter: null }
    }
    if (body.saves.some((save) => save.field === this.refuses)) {
      return { outcome: 'refused', status: 422, code: 'invalid', message: 'too long', fields: [] }
    }
    const results = this.answer?.(body.saves) ?? body.saves.map((save) => this.apply(body.epoch, save))
    if (this.losesReply) return { outcome: 'trouble', retryAfter: null }
    return { outcome: 'answered', value: { ...this.heading(), results } }
  }

  async state(): Promise<Answered<AttemptState>> {
    if (this.turnsAway) return this.refusal(this.turnsAway)
    const value = {
      id: 'a',
      examId: 'e',
      startedAt: '',
      submittedAt: null,
      ...this.heading(),
      responses: structuredClone(this.held),
    }
    return { outcome: 'answered', value }
  }

  async submit(body: { revisions: Record<string, number> }): Promise<Answered<{ submissionId: string }>> {
    const fields = Object.keys(body.revisions).filter(
      (key) => (this.held[key]?.revision ?? 0) < (body.revisions[key] ?? 0),
    )
    if (fields.length > 0) return { outcome: 'refused', status: 409, code: 'missing', message: 'missing', fields }
    return { outcome: 'answered', value: { submissionId: 's' } }
  }

  async takeOver(): Promise<Answered<{ epoch: number }>> {
    this.epoch++
    return { outcome: 'answered', value: { epoch: this.epoch } }
  }

  private apply(epoch: number, { field, revision, opId, value }: Save): SaveResult {
    const held = this.held[field]
    const reply = (outcome: SaveResult['outcome']) => ({
      opId,
      field,
      outcome,
      epoch: this.held[field]?.epoch ?? this.epoch,
      revision: this.held[field]?.revision ?? 0,
    })
    if (this.closed) return reply('closed')
    if (epoch < this.epoch) return { ...reply('superseded'), epoch: this.epoch }
    if (held && held.epoch === epoch && held.revision === revision) return reply('duplicate')
    if (held && held.epoch === epoch && held.revision > revision) return reply('superseded')
    this.held[field] = { epoch, revision, value }
    return reply('applied')
  }

  private refusal(status: number) {
    return { outcome: 'refused' as const, status, code: 'away', message: 'Not from here.', fields: [] }
  }

  private heading() {
    return {
      serverNow: new Date(this.now()).toISOString(),
      deadline: null,
      state: this.closed ? ('closed' as const) : ('open' as const),
      epoch: this.epoch,
    }
  }
}

/** An engine with a clock that a test moves. */
export class Rig {
  time = 0
  private readonly timers = new Set<{ at: number; run: () => void }>()
  readonly server = new PretendServer(() => this.time)
  readonly engine: SaveEngine

  constructor() {
    let ids = 0
    const now = () => this.time
    this.engine = new SaveEngine({
      transport: this.server,
      clock: new ServerClock(now),
      now,
      wait: (run, milliseconds) => {
        const timer = { at: this.time + milliseconds, run }
        this.timers.add(timer)
        return () => this.timers.delete(timer)
      },
      random: () => 0.5,
      newId: () => `op-${ids++}`,
    })
  }

  static async opened(held: AttemptState['responses'] = {}): Promise<Rig> {
    const rig = new Rig()
    rig.server.held = held
    await rig.engine.refresh(undefined, true)
    return rig
  }

  /** Lets time pass: timers run in order, and what they start is awaited. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds
    for (;;) {
      const next = [...this.timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.timers.delete(next)
      this.time = Math.max(this.time, next.at)
      next.run()
      for (let turn = 0; turn < 12; turn++) await Promise.resolve()
    }
    this.time = end
  }
}
