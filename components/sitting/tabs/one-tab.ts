/** What an attempt's engine does when its tab may write, must not yet, or must no longer. */
interface Writer {
  /** true: it writes from here on; false: it has to be asked again */
  write(): Promise<boolean>
  /** gives up writing when everything unsent lies where the next tab finds it */
  yield(): Promise<void>
  read(): void
}

interface World {
  /** undefined: an old browser, or a page that came over plain HTTP; then every tab writes, and revisions protect */
  locks: LockManager | undefined
  wait: (run: () => void, milliseconds: number) => void
}

/** How long a tab that writes may take to give up; one that sleeps is not waited for longer. In milliseconds. */
const patience = 2000
const again = 2000

/** Of the tabs of one browser that show the same attempt, one writes. The others wait until it closes, or ask for it. */
export class OneTab {
  private readonly name: string
  private readonly writer: Writer
  private readonly world: World
  private readonly channel: BroadcastChannel | null
  private readonly id = Math.random()
  private release: (() => void) | null = null
  private queued = false
  private asking = false

  constructor(name: string, writer: Writer, world: World) {
    this.name = name
    this.writer = writer
    this.world = world
    this.channel = world.locks && typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null
    this.channel?.addEventListener('message', ({ data }) => void this.hear(data))
  }

  /** Settles when it is known whether this tab writes: then the attempt may be opened. */
  async join(): Promise<void> {
    const { locks } = this.world
    if (!locks || this.release || this.queued) return
    await new Promise<void>((known) => {
      let answered = false
      const got = (lock: Lock | null) => {
        answered = true
        if (!lock) this.stepBack()
        known()
        return lock ? this.hold() : undefined
      }
      locks.request(this.name, { ifAvailable: true }, got).catch(() => {
        // taken from it later, or a browser that has locks and gives none: then every tab writes
        if (answered) this.lose()
        known()
      })
    })
  }

  /** The student wants to write here: the other tab gives up, or is not asked for long. */
  takeOver(): void {
    if (this.release || this.asking) return
    this.asking = true
    this.channel?.postMessage({ ask: this.id })
    this.world.wait(() => this.steal(), this.channel ? patience : 0)
  }

  leave(): void {
    this.channel?.close()
    this.release?.()
  }

  private async hear(said: { ask?: number; given?: number }): Promise<void> {
    if (said.given === this.id) this.steal()
    if (said.ask === undefined || !this.release) return
    await this.writer.yield()
    this.channel?.postMessage({ given: said.ask })
  }

  private steal(): void {
    if (!this.asking) return
    this.asking = false
    this.world.locks?.request(this.name, { steal: true }, () => this.gain()).catch(() => this.lose())
  }

  private stepBack(): void {
    this.writer.read()
    if (this.queued) return
    this.queued = true
    const got = () => {
      this.queued = false
      return this.gain()
    }
    this.world.locks?.request(this.name, got).catch(() => this.lose())
  }

  /** Holds the lock until it is stolen or the tab goes. */
  private hold(): Promise<void> {
    return new Promise((resolve) => {
      this.release = resolve
    })
  }

  private gain(): Promise<void> {
    const held = this.hold()
    void this.write()
    return held
  }

  private async write(): Promise<void> {
    if (this.release && !(await this.writer.write())) this.world.wait(() => void this.write(), again)
  }

  private lose(): void {
    this.release = null
    this.stepBack()
  }
}
