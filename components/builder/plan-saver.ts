import type { Sent } from '../staff/send-json.ts'
import { bodyOf, type Plan, type PlanTime, planTimes } from './plan.ts'

export type SaveState =
  | { kind: 'saved' | 'unsaved' | 'saving' | 'offline' }
  /** the server will not have it like this; the next change is tried again */
  | { kind: 'refused'; message: string | null; field: string | null }
  /** a local time that is two instants, or none */
  | { kind: 'choose'; time: PlanTime; choices: string[]; message: string }
  /** somebody else has saved since; theirs is of this revision */
  | { kind: 'conflict'; revision: number }

interface Around {
  send: (body: unknown) => Promise<Sent>
  /** calls after a while; gives what calls it off */
  later: (run: () => void, milliseconds: number) => () => void
  onState: (state: SaveState) => void
}

/** how long nothing is typed before it is sent, and how long a lost connection is left alone */
const pause = 700
const patience = 4_000

/**
 * Saves a plan as it is changed: one request at a time, always the newest plan, over the revision that the last one gave.
 * What was refused waits for the next change, what was not heard is sent again.
 */
export class PlanSaver {
  readonly #around: Around
  #revision: number
  #plan: Plan | null = null
  #choices: Partial<Record<PlanTime, 0 | 1>> = {}
  #busy = false
  #stopped = false
  #callOff = () => {}

  constructor(revision: number, around: Around) {
    this.#revision = revision
    this.#around = around
  }

  /** Whether something is not stored yet. */
  get waiting(): boolean {
    return this.#plan !== null
  }

  change(plan: Plan): void {
    this.#plan = plan
    if (this.#stopped) return
    if (!this.#busy) this.#around.onState({ kind: 'unsaved' })
    this.#soon(pause)
  }

  choose(time: PlanTime, choice: 0 | 1): void {
    this.#choices = { ...this.#choices, [time]: choice }
    void this.flush()
  }

  /** Mine, over what somebody else has saved. */
  overwrite(revision: number): void {
    this.#revision = revision
    this.#stopped = false
    void this.flush()
  }

  /** Gives up what waits. */
  drop(): void {
    this.#callOff()
    this.#plan = null
  }

  /** Sends what waits now. */
  async flush(): Promise<void> {
    this.#callOff()
    const plan = this.#plan
    if (plan === null || this.#busy || this.#stopped) return
    this.#busy = true
    this.#around.onState({ kind: 'saving' })
    const sent = await this.#around.send({ revision: this.#revision, plan: bodyOf(plan, this.#choices) })
    this.#busy = false
    const newer = this.#plan !== plan
    if (sent.ok) {
      this.#revision = (sent.body as { revision: number }).revision
      this.#choices = {}
      if (!newer) this.#plan = null
    }
    this.#around.onState(newer && sent.ok ? { kind: 'unsaved' } : this.#after(sent))
    if (newer && !this.#stopped) this.#soon(pause)
  }

  #after(sent: Sent): SaveState {
    if (sent.ok) return { kind: 'saved' }
    const { field, choices, revision } = sent.error ?? {}
    if (sent.code === 'unreachable' || sent.code === 'busy') {
      this.#soon(patience)
      return { kind: 'offline' }
    }
    if (sent.code === 'changed') {
      this.#stopped = true
      return { kind: 'conflict', revision: Number(revision) }
    }
    const time = planTimes.find((one) => one === field)
    if (time && Array.isArray(choices))
      return { kind: 'choose', time, choices: choices.map(String), message: sent.message ?? '' }
    return { kind: 'refused', message: sent.message, field: typeof field === 'string' ? field : null }
  }

  #soon(milliseconds: number): void {
    this.#callOff()
    this.#callOff = this.#around.later(() => void this.flush(), milliseconds)
  }
}
