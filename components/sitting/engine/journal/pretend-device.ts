import type { Journal, JournalChange, JournalRow } from './journal.ts'

type Wait = (run: () => void, milliseconds: number) => () => void

/** A device whose journal outlives its pages, slow or refusing as a test likes. Keeps one attempt. */
export class PretendDevice {
  readonly rows = new Map<string, JournalRow>()
  epoch: number | null = null
  /** how long a write takes to reach the disk, in milliseconds */
  latency = 0
  refuses = false
  writes = 0
  /** the pages of before are gone, and what they were writing with them */
  private page = 0

  journal(wait: Wait): Journal {
    let page = this.page
    const alive = () => page === this.page
    const after = (milliseconds: number) => new Promise<void>((resolve) => void wait(resolve, milliseconds))
    return {
      load: async () => {
        page = this.page
        if (this.refuses) throw new Error('The device refuses.')
        return { rows: structuredClone([...this.rows.values()]), epoch: this.epoch }
      },
      write: async (changes) => {
        if (this.latency > 0) await after(this.latency)
        if (!alive()) return new Promise(() => {})
        if (this.refuses) throw new Error('The device refuses.')
        this.writes++
        for (const change of changes) this.apply(change)
      },
    }
  }

  loseWrites(): void {
    this.page++
  }

  private apply(change: JournalChange): void {
    if ('claim' in change) this.epoch = change.claim
    else if ('put' in change) this.rows.set(change.put.field, structuredClone(change.put))
    else if (change.opIds.includes(this.rows.get(change.remove)?.opId ?? '')) this.rows.delete(change.remove)
  }
}
