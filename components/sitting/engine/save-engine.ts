import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { batchOf } from './batch.ts'
import { Board } from './board.ts'
import { Entries, type Shown } from './entries.ts'
import type { Environment } from './environment.ts'
import { afterSaving, type HandedIn, type Vouched } from './handing-in.ts'
import type { JournalRow } from './journal/journal.ts'
import { Keeper } from './journal/keeper.ts'
import { sendOnLeaving } from './leaving.ts'
import { isOwn, look, takeOverAndLook } from './look.ts'
import { Pace } from './pace.ts'
import type { Answered, AttemptState, News, Save, Saved, SavesReply } from './protocol.ts'
import { takeResults } from './results.ts'
import { away, readOnly, type SaveStatus, type Standing, standingOf, turnedAwayAs } from './status.ts'

export type { SaveStatus, Standing } from './status.ts'

/**
 * Saves what is typed: an edit goes to this device's journal; edits of a field are gathered, sent after a pause, and
 * sent again for ever until the server acknowledges that very revision, which alone takes it out of the journal. One
 * request is under way at a time, save for the one that follows a closing page.
 */
export class SaveEngine {
  private readonly env: Environment
  private readonly entries: Entries
  private readonly keeper: Keeper
  private readonly board = new Board()
  private epoch = 0
  /** Of the tabs of a browser one writes; one that is asked to stop sends what it has first. */
  private role: 'writing' | 'yielding' | 'reading' = 'writing'
  private readonly pace: Pace
  private sending: Promise<void> | null = null
  private single = false

  constructor(env: Environment) {
    this.env = env
    this.pace = new Pace(env, () => {
      if (!this.sending) void this.run()
    })
    this.entries = new Entries(env.newId)
    this.keeper = new Keeper(env.journal, env.wait, { changed: () => this.tell(), found: (rows) => this.find(rows) })
  }

  shown = (key: string): Shown => this.entries.shown(key)
  /** Everything that stands on the page, by key. */
  answers = (): Record<string, RawAnswer | null> => this.entries.answers()
  subscribe = (listener: () => void) => this.board.subscribe(listener)
  status = (): SaveStatus => this.board.current
  /** What was typed here and does not stand on the server as typed. */
  kept = (): JournalRow[] => this.entries.rows()
  /** Whether all of it lies in the journal, by the device's own word. */
  lies = (): boolean => this.keeper.lies

  edit(key: string, value: Saved): void {
    if (readOnly.has(this.board.current.standing)) return
    this.entries.edit(key, value, { epoch: this.epoch, monotonicMs: this.env.now(), wallMs: this.env.wall() })
    this.pace.typed(this.keeper.works)
    this.tell()
  }

  dismiss(key: string): void {
    this.entries.dismiss(key)
    this.tell()
  }

  /** The student has seen what became of it, and the server has it. */
  async forgetSettled(): Promise<void> {
    this.entries.forgetSettled()
    this.tell()
    await this.keeper.settled()
  }

  /** Sends at once: the student went on to another field, or the network is back. */
  flush(): void {
    if (this.owes()) this.pace.next(0)
  }

  /** The page may be closing. */
  flushOnLeaving(): void {
    sendOnLeaving(this.entries.unsaved(), this.keeper, (batch) => {
      if (this.board.current.standing === 'open') void this.send(batch, this.epoch, true)
    })
  }

  /** Tries until everything is acknowledged; false when that cannot be brought about now. */
  async settle(): Promise<boolean> {
    for (let round = 0; round < 20 && this.owes(); round++) {
      const before = this.pace.failures
      await (this.sending ?? this.run())
      if (this.pace.failures > before || (this.board.current.standing !== 'open' && this.role !== 'yielding'))
        return false
    }
    return this.entries.counts().unsaved === 0
  }

  /**
   * The first look, or the first as the tab that writes: what the server holds, and above it what this device's journal
   * still had. Going on in another browser than the last one takes over from it.
   */
  async open(): Promise<Answered<AttemptState>> {
    if (this.role === 'reading') return this.refresh()
    const [kept, first] = await Promise.all([this.keeper.load(), look(this.env)])
    if (first.outcome !== 'answered') return first
    const own = isOwn(first.value, kept.epoch)
    const { answer, epoch } = own
      ? { answer: first, epoch: first.value.epoch }
      : await takeOverAndLook(this.env, this.epoch)
    if (answer.outcome !== 'answered') return answer
    this.entries.merge(answer.value.responses, true)
    this.entries.restore(kept.rows, answer.value.responses)
    this.own(answer.value, epoch)
    return answer
  }

  /** Asks the server how the attempt stands: now and then, and after waking up. */
  async refresh(): Promise<Answered<AttemptState>> {
    const answer = await look(this.env)
    if (answer.outcome === 'answered') {
      if (this.role === 'reading') this.epoch = answer.value.epoch
      if (answer.value.epoch === this.epoch) this.entries.merge(answer.value.responses, this.role === 'reading')
      this.heard(answer.value, true)
    } else if (answer.outcome === 'refused') this.turnedAway(answer)
    return answer
  }

  /** Somebody has signed in, or may have: asks at once whether this page may send again. */
  async ask(): Promise<Standing> {
    if (away.has(this.board.current.standing)) await (this.sending ?? this.probe())
    return this.board.current.standing
  }

  vouched = (): Vouched => ({ epoch: this.epoch, revisions: this.entries.revisions() })
  forget = (fields: readonly string[]): void => this.entries.forget(fields)

  async submit(): Promise<HandedIn> {
    const handed = await afterSaving(this, (vouched) => this.env.transport.submit(vouched))
    if (handed.outcome === 'answered') await this.forgetSettled()
    return handed
  }

  /** Makes this page the one that writes, with what the server holds where another device wrote. */
  async takeOver(): Promise<void> {
    const { answer, epoch } = await takeOverAndLook(this.env, this.epoch)
    if (answer.outcome !== 'answered') return
    this.entries.merge(answer.value.responses, false)
    this.own(answer.value, epoch)
  }

  /** Another tab of this browser writes from here on: it finds in the journal what was not sent. */
  async yield(): Promise<void> {
    this.role = 'yielding'
    this.stand('other-tab')
    await this.keeper.settled()
    if (!this.keeper.works) await this.settle()
    this.read()
  }

  read(): void {
    if (this.keeper.works) this.entries.handOver()
    this.keeper.letGo()
    this.role = 'reading'
    this.stand('other-tab')
  }

  /** This tab writes from now on. */
  async write(): Promise<Answered<AttemptState>> {
    this.role = 'writing'
    return this.open()
  }

  stop(): void {
    this.pace.stop()
  }

  /** From here on this page writes under that epoch, and what is unsaved in it belongs there. */
  private own(state: AttemptState, epoch: number): void {
    this.epoch = epoch
    this.entries.raise(epoch)
    this.keeper.claim(epoch)
    this.heard(state, true)
    this.flush()
  }

  /** The journal can be read at last. */
  private find(rows: readonly JournalRow[]): void {
    if (this.role === 'reading') return
    this.entries.find(rows)
    this.entries.raise(this.epoch)
    this.tell()
    this.flush()
  }

  /** Whether there is anything that the server was not told. */
  private owes(): boolean {
    return this.entries.unsaved().length > 0 || this.entries.strays().length > 0
  }

  /** Asks for the attempt and sends nothing: who is signed in now may be somebody else. */
  private async probe(): Promise<void> {
    this.pace.stop()
    const asked = this.refresh().then(
      () => {},
      () => {},
    )
    this.sending = asked
    await asked
    this.sending = null
    if (away.has(this.board.current.standing)) this.pace.retry(null)
    this.tell()
  }

  private async run(): Promise<void> {
    if (away.has(this.board.current.standing)) return this.probe()
    if (!this.owes()) return
    // whatever goes wrong in here must not end the saving
    this.sending = this.sendNext().catch(() => this.pace.retry(null))
    this.tell()
    await this.sending
    this.sending = null
    const { standing } = this.board.current
    if (this.owes() && standing !== 'elsewhere') this.pace.goOn(this.keeper.works)
    this.tell()
  }

  /** The next batch, once the journal has it. What lost before it was sent goes last, under its own epoch. */
  private async sendNext(): Promise<void> {
    await this.keeper.settled()
    const unsaved = this.entries.unsaved()
    const [stray] = this.entries.strays()
    this.pace.leaves()
    if (unsaved.length > 0) return this.send(batchOf(unsaved, false, this.single), this.epoch, false)
    if (!stray) return
    const { field, revision, opId, value } = stray
    return this.send([{ field, revision, opId, value }], stray.epoch, false)
  }

  private async send(batch: Save[], epoch: number, leaving: boolean): Promise<void> {
    const sent = this.env.now()
    const answer = await this.env.transport.save({ epoch, saves: batch }, leaving)
    if (answer.outcome === 'answered') return this.take(batch, epoch, answer.value, sent)
    if (leaving) return
    if (answer.outcome === 'trouble') return this.pace.retry(answer.retryAfter)
    if (this.turnedAway(answer)) return this.pace.retry(null)
    if (answer.status === 409) {
      await this.refresh()
      return this.pace.retry(null)
    }
    this.pace.failures = 0
    if (batch.length > 1) this.single = true
    else for (const { field } of batch) this.entries.refuse(field, answer.message)
  }

  private async take(batch: readonly Save[], epoch: number, reply: SavesReply, sent: number): Promise<void> {
    this.env.clock.sample(reply.serverNow, sent, this.env.now())
    const answered = takeResults(this.entries, batch, epoch, reply.results)
    this.heard(reply, false)
    if (answered > 0) this.board.note({ at: this.env.clock.now() })
    this.pace.failures = 0
    const reloaded = !this.entries.doubtful() || (await this.refresh()).outcome === 'answered'
    // A reply without a word on something that was sent acknowledges nothing of it.
    if ((answered < batch.length || !reloaded) && this.board.current.standing === 'open') this.pace.retry(null)
  }

  /** Whether the answer says that this page may not send: nobody, somebody else, or nobody from here. */
  private turnedAway({ status, message }: { status: number; message: string }): boolean {
    const standing = turnedAwayAs(status)
    if (!standing) return false
    this.board.note({ refusal: status === 403 ? message : null })
    this.stand(standing)
    return true
  }

  private heard(news: News, asked: boolean): void {
    const { standing: before } = this.status()
    const standing = standingOf(news, this.epoch, this.role === 'writing')
    this.board.note({ deadline: news.deadline === null ? null : Date.parse(news.deadline), refusal: null })
    // staff opened the attempt again, for this page as for any: there is nobody to take over from
    if (before === 'closed' && standing === 'elsewhere') return void this.takeOver()
    const back = standing === 'open' && away.has(before)
    // asked for, never taken from the reply to a save: that would answer itself
    const again = asked && standing === 'open' && this.entries.reopen()
    this.stand(standing)
    if (back || again) this.flush()
  }

  private stand(standing: Standing): void {
    this.board.note({ standing })
    this.tell()
  }

  private tell(): void {
    if (this.role !== 'reading') this.keeper.mirror(this.entries.rows())
    const counts = this.entries.counts()
    const { unsaved } = counts
    const activity = unsaved === 0 ? 'saved' : this.pace.failures > 0 ? 'retrying' : this.sending ? 'saving' : 'waiting'
    this.board.note({ ...counts, activity, copy: this.keeper.works })
    this.board.tell()
  }
}
