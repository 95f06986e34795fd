import { batchOf } from './batch.ts'
import { Entries, type Shown } from './entries.ts'
import type { Answered, AttemptState, Save, Saved, SavesReply, Transport } from './protocol.ts'
import type { ServerClock } from './server-clock.ts'

/** Pauses in milliseconds: after the last keystroke, at most while typing goes on, and between retries. */
export const pauses = { idle: 1500, typing: 5000, firstRetry: 1000, longestRetry: 30_000 }

/** Where the attempt stands, as far as this page has been told. `other-person`: somebody else is signed in now. */
export type Standing = 'open' | 'closed' | 'elsewhere' | 'signed-out' | 'other-person' | 'refused'

/** Nothing is sent while it stands so: the page asks whether it may again. */
const away: ReadonlySet<Standing> = new Set(['signed-out', 'other-person', 'refused'])

/** Derived from acknowledgements only. `at`: server time of the last one. */
export interface SaveStatus {
  standing: Standing
  activity: 'saved' | 'waiting' | 'saving' | 'retrying'
  unsaved: number
  at: number | null
  deadline: number | null
  /** the server's own words for why it takes nothing from here */
  refusal: string | null
}

export interface Environment {
  transport: Transport
  clock: ServerClock
  /** monotonic, in milliseconds */
  now: () => number
  wait: (run: () => void, milliseconds: number) => () => void
  random: () => number
  newId: () => string
}

/**
 * Saves what is typed: edits of a field are gathered, sent after a pause, and sent again for ever until the server
 * acknowledges that very revision. One request is under way at a time, save for the one that follows a closing page.
 */
export class SaveEngine {
  private readonly env: Environment
  private readonly entries: Entries
  private readonly listeners = new Set<() => void>()
  private epoch = 0
  private cancel: (() => void) | null = null
  private waitingSince: number | null = null
  private sending: Promise<void> | null = null
  private failures = 0
  private single = false
  private current: SaveStatus = {
    standing: 'open',
    activity: 'saved',
    unsaved: 0,
    at: null,
    deadline: null,
    refusal: null,
  }

  constructor(env: Environment) {
    this.env = env
    this.entries = new Entries(env.newId)
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  shown = (key: string): Shown => this.entries.shown(key)
  status = (): SaveStatus => this.current

  edit(key: string, value: Saved): void {
    if (this.current.standing === 'closed' || this.current.standing === 'elsewhere') return
    this.entries.edit(key, value)
    const now = this.env.now()
    this.waitingSince ??= now
    if (this.failures === 0) this.schedule(Math.min(pauses.idle, this.waitingSince + pauses.typing - now))
    this.tell()
  }

  dismiss(key: string): void {
    this.entries.dismiss(key)
    this.tell()
  }

  /** Sends at once: the student went on to another field, or the network is back. */
  flush(): void {
    if (this.entries.unsaved().length > 0) this.schedule(0)
  }

  /** The page may be closing: what fits follows it, beside any request under way. */
  flushOnLeaving(): void {
    const batch = batchOf(this.entries.unsaved(), true, false)
    if (batch.length > 0 && this.current.standing === 'open') void this.send(batch, true)
  }

  /** Tries until everything is acknowledged; false when that cannot be brought about now. */
  async settle(): Promise<boolean> {
    for (let round = 0; round < 20 && this.entries.unsaved().length > 0; round++) {
      const before = this.failures
      await (this.sending ?? this.run())
      if (this.failures > before || this.current.standing !== 'open') return false
    }
    return this.entries.unsavedCount() === 0
  }

  /** Asks the server how the attempt stands: at the start, now and then, and after waking up. */
  async refresh(lost: ReadonlySet<string> = new Set(), first = false): Promise<Answered<AttemptState>> {
    const sent = this.env.now()
    const answer = await this.env.transport.state()
    if (answer.outcome === 'answered') {
      const { serverNow, deadline, state, epoch, responses } = answer.value
      this.env.clock.sample(serverNow, sent, this.env.now())
      if (first) this.epoch = epoch
      if (epoch === this.epoch) this.entries.merge(responses, lost, first)
      this.heard({ deadline, state, epoch })
    } else if (answer.outcome === 'refused') this.turnedAway(answer)
    return answer
  }

  /** Somebody has signed in, or may have: asks at once whether this page may send again. */
  async ask(): Promise<Standing> {
    if (away.has(this.current.standing)) await (this.sending ?? this.probe())
    return this.current.standing
  }

  async submit(): Promise<Answered<{ submissionId: string }> | { outcome: 'unsaved' }> {
    for (let round = 0; round < 3; round++) {
      if (!(await this.settle())) return { outcome: 'unsaved' }
      const answer = await this.env.transport.submit({ epoch: this.epoch, revisions: this.entries.revisions() })
      if (answer.outcome !== 'refused' || answer.code !== 'missing') return answer
      this.entries.forget(answer.fields)
    }
    return { outcome: 'unsaved' }
  }

  /** Makes this page the one that writes, with what the server holds. */
  async takeOver(): Promise<void> {
    const answer = await this.env.transport.takeOver()
    if (answer.outcome !== 'answered') return
    this.epoch = answer.value.epoch
    this.current = { ...this.current, standing: 'open' }
    await this.refresh(new Set(this.entries.keys()))
    this.flush()
  }

  stop(): void {
    this.cancel?.()
  }

  private schedule(milliseconds: number): void {
    this.cancel?.()
    this.cancel = this.env.wait(
      () => {
        this.cancel = null
        if (!this.sending) void this.run()
      },
      Math.max(0, milliseconds),
    )
  }

  /** Asks for the attempt and sends nothing: who is signed in now may be somebody else. */
  private async probe(): Promise<void> {
    this.cancel?.()
    this.cancel = null
    const asked = this.refresh().then(() => {})
    this.sending = asked
    await asked
    this.sending = null
    if (away.has(this.current.standing)) this.retry(null)
    this.tell()
  }

  private async run(): Promise<void> {
    if (away.has(this.current.standing)) return this.probe()
    const batch = batchOf(this.entries.unsaved(), false, this.single)
    if (batch.length === 0) return
    this.waitingSince = null
    this.sending = this.send(batch, false)
    this.tell()
    await this.sending
    this.sending = null
    if (this.entries.unsaved().length > 0 && this.current.standing === 'open') {
      if (this.failures === 0 && !this.cancel) this.schedule(this.waitingSince === null ? 0 : pauses.idle)
    }
    this.tell()
  }

  private async send(batch: Save[], leaving: boolean): Promise<void> {
    const sent = this.env.now()
    const answer = await this.env.transport.save({ epoch: this.epoch, saves: batch }, leaving)
    if (answer.outcome === 'answered') return this.take(batch, answer.value, sent)
    if (leaving) return
    if (answer.outcome === 'trouble') return this.retry(answer.retryAfter)
    if (this.turnedAway(answer)) return this.retry(null)
    if (answer.status === 409) {
      await this.refresh()
      return this.retry(null)
    }
    if (batch.length > 1) this.single = true
    else for (const { field } of batch) this.entries.refuse(field, answer.message)
  }

  private async take(batch: readonly Save[], reply: SavesReply, sent: number): Promise<void> {
    this.env.clock.sample(reply.serverNow, sent, this.env.now())
    const lost = new Set<string>()
    let answered = 0
    for (const save of batch) {
      const result = reply.results.find((one) => one.opId === save.opId)
      if (result?.outcome === 'applied' || result?.outcome === 'duplicate') this.entries.acknowledge(save)
      else if (result?.outcome !== 'superseded' || result.epoch > this.epoch) continue
      else if (this.entries.supersede(save, result) === 'reload') lost.add(save.field)
      answered++
    }
    this.heard(reply)
    if (answered > 0) this.current = { ...this.current, at: this.env.clock.now() }
    this.failures = 0
    const reloaded = lost.size === 0 || (await this.refresh(lost)).outcome === 'answered'
    // A reply without a word on something that was sent acknowledges nothing of it.
    if ((answered < batch.length || !reloaded) && this.current.standing === 'open') this.retry(null)
  }

  private retry(after: number | null): void {
    this.failures++
    const most = Math.min(pauses.longestRetry, pauses.firstRetry * 2 ** this.failures)
    this.schedule(after ?? 250 + this.env.random() * most)
  }

  /** Whether the answer says that this page may not send: nobody, somebody else, or nobody from here. */
  private turnedAway({ status, message }: { status: number; message: string }): boolean {
    const standing = { 401: 'signed-out', 403: 'refused', 404: 'other-person' }[status] as Standing | undefined
    if (!standing) return false
    this.current = { ...this.current, standing, refusal: status === 403 ? message : null }
    this.tell()
    return true
  }

  private heard(news: { deadline: string | null; state: 'open' | 'closed'; epoch: number }): void {
    const standing = news.state === 'closed' ? 'closed' : news.epoch > this.epoch ? 'elsewhere' : 'open'
    const deadline = news.deadline === null ? null : Date.parse(news.deadline)
    const back = standing === 'open' && away.has(this.current.standing)
    this.current = { ...this.current, standing, deadline, refusal: null }
    if (back) this.failures = 0
    this.tell()
    if (back) this.flush()
  }

  private tell(): void {
    const unsaved = this.entries.unsavedCount()
    const activity = unsaved === 0 ? 'saved' : this.failures > 0 ? 'retrying' : this.sending ? 'saving' : 'waiting'
    this.current = { ...this.current, unsaved, activity }
    for (const listener of this.listeners) listener()
  }
}
