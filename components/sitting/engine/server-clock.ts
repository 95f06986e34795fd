/**
 * The server's time, from the page's monotonic clock: nothing the device's own clock says is used. The sample with the
 * shortest round trip is the most exact; a later one replaces it when it is at least as good or the page was asleep.
 */
export class ServerClock {
  private offset: number | null = null
  private best = Number.POSITIVE_INFINITY
  private readonly monotonic: () => number

  constructor(monotonic: () => number) {
    this.monotonic = monotonic
  }

  /** Takes a reply's `serverNow` with the monotonic times at which the request left and the reply came. */
  sample(serverNow: string, sent: number, received: number): void {
    const server = Date.parse(serverNow)
    const trip = received - sent
    if (Number.isNaN(server)) return
    const offset = server - (sent + received) / 2
    const drifted = this.offset !== null && Math.abs(offset - this.offset) > trip + this.best
    if (trip > this.best && !drifted) return
    this.offset = offset
    this.best = trip
  }

  /** Milliseconds since 1970 on the server; null before the first reply. */
  now(): number | null {
    return this.offset === null ? null : this.offset + this.monotonic()
  }
}
