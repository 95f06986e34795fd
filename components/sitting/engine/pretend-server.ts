import { isNewer } from './journal/journal.ts'
import type { Answered, AttemptState, Save, Saved, SaveResult, SavesReply, Transport } from './protocol.ts'

/** A server that keeps the rules of the save protocol, with troubles to order. For tests. */
export class PretendServer implements Transport {
  held: AttemptState['responses'] = {}
  /** everything that ever arrived, by its operation */
  readonly events = new Map<string, { field: string; epoch: number; revision: number; value: Saved; late: boolean }>()
  readonly requests: Save[][] = []
  epoch = 1
  closed = false
  failing = 0
  /** how long a failing server asks to be left alone, in milliseconds */
  asksFor: number | null = null
  losesReply = false
  /** so many saves are answered by a conflict */
  conflicts = 0
  /** of a save, one way, in milliseconds */
  delay = 0
  /** every request arrives twice */
  repeats = false
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
      return { outcome: 'trouble', retryAfter: this.asksFor }
    }
    if (this.conflicts > 0) {
      this.conflicts--
      return { ...this.refusal(409), code: 'conflict' }
    }
    if (body.saves.some((save) => save.field === this.refuses)) {
      return { outcome: 'refused', status: 422, code: 'invalid', message: 'too long', fields: [] }
    }
    if (this.repeats) for (const save of body.saves) this.apply(body.epoch, save)
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

  private apply(epoch: number, save: Save): SaveResult {
    const { opId, field, revision, value } = save
    const known = this.events.get(opId)
    const event = known ?? { field, epoch, revision, value, late: this.closed }
    this.events.set(opId, event)
    const held = this.held[field]
    const wins = !known && !event.late && (!held || isNewer(event, held))
    if (wins) this.held[field] = { epoch, revision, value }
    const outcome = event.late ? 'closed' : known ? 'duplicate' : wins ? 'applied' : 'superseded'
    const said = outcome === 'superseded' && held ? held : event
    return { opId, field, outcome, epoch: said.epoch, revision: said.revision }
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
