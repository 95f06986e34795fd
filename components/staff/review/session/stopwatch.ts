/** Counts the seconds during which something is really seen. */
export class Stopwatch {
  readonly #now: () => number
  #since: number | null = null
  #counted = 0

  constructor(now: () => number) {
    this.#now = now
  }

  run(running: boolean): void {
    if (running === (this.#since !== null)) return
    if (this.#since !== null) this.#counted += this.#now() - this.#since
    this.#since = running ? this.#now() : null
  }

  /** What was counted, and from nothing again. */
  take(): number {
    const running = this.#since !== null
    this.run(false)
    const milliseconds = this.#counted
    this.#counted = 0
    this.run(running)
    return milliseconds / 1000
  }
}
