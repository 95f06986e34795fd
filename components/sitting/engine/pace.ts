import { Alarm } from './alarm.ts'
import { backoff } from './backoff.ts'
import { type Environment, pauses } from './environment.ts'

/** When the next request leaves: after a pause in typing, every few seconds while it goes on, and later while it fails. */
export class Pace {
  private readonly env: Environment
  private readonly alarm: Alarm
  private readonly due: () => void
  /** since when something waits that was typed; null: nothing */
  private waitingSince: number | null = null
  failures = 0

  constructor(env: Environment, due: () => void) {
    this.env = env
    this.alarm = new Alarm(env.wait)
    this.due = due
  }

  /** `copy`: this device keeps one. */
  typed(copy: boolean): void {
    const now = this.env.now()
    this.waitingSince ??= now
    if (this.failures === 0) this.next(Math.min(idle(copy), this.waitingSince + pauses.typing - now))
  }

  next(milliseconds: number): void {
    this.alarm.set(milliseconds, this.due)
  }

  retry(after: number | null): void {
    this.failures++
    this.next(backoff(this.failures, after, this.env.random))
  }

  /** More is to be sent, and nothing is arranged for it yet. */
  goOn(copy: boolean): void {
    if (!this.alarm.isSet) this.next(this.waitingSince === null ? 0 : idle(copy))
  }

  /** What waits is on its way. */
  leaves(): void {
    this.waitingSince = null
  }

  stop(): void {
    this.alarm.clear()
  }
}

const idle = (copy: boolean) => (copy ? pauses.idle : pauses.bare)
