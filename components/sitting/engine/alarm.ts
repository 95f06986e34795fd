/** One thing to do at a time to come; setting it anew forgets the one before. */
export class Alarm {
  private cancel: (() => void) | null = null
  private readonly wait: (run: () => void, milliseconds: number) => () => void

  constructor(wait: (run: () => void, milliseconds: number) => () => void) {
    this.wait = wait
  }

  get isSet(): boolean {
    return this.cancel !== null
  }

  set(milliseconds: number, run: () => void): void {
    this.clear()
    const due = () => {
      this.cancel = null
      run()
    }
    this.cancel = this.wait(due, Math.max(0, milliseconds))
  }

  clear(): void {
    this.cancel?.()
    this.cancel = null
  }
}
