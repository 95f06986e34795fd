import type { Journal, JournalChange, JournalRow } from './journal.ts'

/** A device that has not answered after so many milliseconds is not waited for. */
const patience = 3000

type Wait = (run: () => void, milliseconds: number) => () => void

interface Tells {
  /** something was written, or the device works again or no longer */
  changed: () => void
  /** what lies in a journal that could not be read when it was loaded */
  found: (rows: readonly JournalRow[]) => void
}

/**
 * Brings the journal to where the page stands: newest edit of a field, one write at a time. Where the device refuses,
 * nobody is kept waiting, nothing is thrown, and every later write tries the refused ones again.
 */
export class Keeper {
  private readonly journal: Journal
  private readonly wait: Wait
  private readonly tells: Tells
  /** what lies in the journal or is on its way there: field → mark of the row */
  private readonly lying = new Map<string, { mark: string; opId: string }>()
  /** what surely lies there, where a newer row may have been refused */
  private readonly committed = new Map<string, string>()
  private readonly pending = new Map<string, JournalChange>()
  private writing: Promise<void> | null = null
  /** what lies in the journal is not known yet: nothing is written over it unseen */
  private unread = false
  /** false: what is typed has no copy on this device */
  works = true

  constructor(journal: Journal, wait: Wait, tells: Tells) {
    this.journal = journal
    this.wait = wait
    this.tells = tells
  }

  /** What the journal holds; nothing where it cannot be read, twice: then it is looked at again before every write. */
  async load(): ReturnType<Journal['load']> {
    try {
      return await this.read()
    } catch {
      this.unread = true
      this.say(false)
      return { rows: [], epoch: null }
    }
  }

  claim(epoch: number): void {
    this.push('', { claim: epoch })
  }

  /** `rows` is all that must lie in the journal from now on. */
  mirror(rows: readonly JournalRow[]): void {
    const fields = new Set<string>()
    for (const row of rows) {
      fields.add(row.field)
      const mark = markOf(row)
      if (this.lying.get(row.field)?.mark === mark) continue
      this.lying.set(row.field, { mark, opId: row.opId })
      this.push(row.field, { put: row })
    }
    for (const [field, { opId }] of this.lying) {
      if (fields.has(field)) continue
      this.lying.delete(field)
      this.push(field, { remove: field, opIds: [opId, this.committed.get(field) ?? opId] })
    }
    // what was refused before is tried again whenever something happens
    if (this.pending.size > 0) this.writing ??= this.drain()
  }

  /** Another tab has the journal now. */
  letGo(): void {
    this.unread = false
    this.lying.clear()
    this.pending.clear()
  }

  /** Whether every edit lies on the device, by its own word. */
  get lies(): boolean {
    return this.works && ![...this.pending.values()].some((change) => 'put' in change)
  }

  /** Whether an edit of the field is still on its way to the device. */
  owes(field: string): boolean {
    return this.pending.has(field)
  }

  /** When everything lies on the device, or at once where the device refuses. */
  async settled(): Promise<void> {
    while (this.works && this.writing) await this.writing
  }

  private push(field: string, change: JournalChange): void {
    this.pending.set(field, change)
    this.writing ??= this.drain()
  }

  private async read(): ReturnType<Journal['load']> {
    const kept = await this.inTime(this.journal.load().catch(() => this.journal.load()))
    this.unread = false
    this.lying.clear()
    for (const row of kept.rows) {
      this.lying.set(row.field, { mark: markOf(row), opId: row.opId })
      this.committed.set(row.field, row.opId)
    }
    return kept
  }

  private async drain(): Promise<void> {
    let working = true
    while (working && this.pending.size > 0) {
      try {
        if (this.unread) this.tells.found((await this.read()).rows)
        const batch = new Map(this.pending)
        await this.inTime(this.journal.write([...batch.values()]))
        for (const [field, change] of batch) this.done(field, change)
      } catch {
        working = false
      }
    }
    this.writing = null
    // a device that goes on refusing is nothing new, and saying so again would ask it again at once
    if (!working && !this.works) return
    this.works = working
    this.tells.changed()
  }

  private done(field: string, change: JournalChange): void {
    if (this.pending.get(field) === change) this.pending.delete(field)
    if ('put' in change) this.committed.set(field, change.put.opId)
  }

  private say(works: boolean): void {
    if (works === this.works) return
    this.works = works
    this.tells.changed()
  }

  private inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.wait(() => reject(new Error('The device does not answer.')), patience)
      work.then(resolve, reject).finally(cancel)
    })
  }
}

function markOf({ epoch, revision, opId, fate }: JournalRow): string {
  return [epoch, revision, opId, fate].join()
}
