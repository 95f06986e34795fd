import type { AttemptState, Save, Saved, SaveResult } from './protocol.ts'

/** What the page shows of one key. A new object whenever anything in it changes. */
export interface Shown {
  value: Saved
  /** the server will not take it: why */
  refused: string | null
  /** a newer answer from elsewhere took its place: what stood here */
  replaced: { mine: Saved } | null
}

interface Entry extends Shown {
  /** of the value shown */
  revision: number
  /** newest revision that the server acknowledged */
  acknowledged: number
  opId: string
}

const nothing: Shown = { value: null, refused: null, replaced: null }

/** The values of an attempt with their revisions. An edit is unsaved until that very revision was acknowledged. */
export class Entries {
  private readonly entries = new Map<string, Entry>()
  private readonly newId: () => string

  constructor(newId: () => string) {
    this.newId = newId
  }

  shown(key: string): Shown {
    return this.entries.get(key) ?? nothing
  }

  keys(): string[] {
    return [...this.entries.keys()]
  }

  edit(key: string, value: Saved): void {
    const entry = this.entries.get(key)
    this.entries.set(key, {
      value,
      refused: null,
      replaced: null,
      revision: (entry?.revision ?? 0) + 1,
      acknowledged: entry?.acknowledged ?? 0,
      opId: this.newId(),
    })
  }

  /** Edits that the server has not acknowledged and has not refused, oldest key first. */
  unsaved(): Save[] {
    return [...this.entries]
      .filter(([, entry]) => entry.revision > entry.acknowledged && entry.refused === null)
      .map(([field, { revision, opId, value }]) => ({ field, revision, opId, value }))
  }

  /** Everything typed here that the server does not have, refused or not. */
  unsavedCount(): number {
    return [...this.entries.values()].filter((entry) => entry.revision > entry.acknowledged).length
  }

  revisions(): Record<string, number> {
    return Object.fromEntries([...this.entries].map(([key, entry]) => [key, entry.acknowledged]))
  }

  acknowledge(sent: Save): void {
    const entry = this.entries.get(sent.field)
    if (entry && sent.revision > entry.acknowledged) {
      this.entries.set(sent.field, { ...entry, acknowledged: Math.min(sent.revision, entry.revision) })
    }
  }

  refuse(key: string, message: string): void {
    const entry = this.entries.get(key)
    if (entry) this.entries.set(key, { ...entry, refused: message })
  }

  /** The server says it lacks these: they are sent again. */
  forget(keys: readonly string[]): void {
    for (const key of keys) {
      const entry = this.entries.get(key)
      if (entry) this.entries.set(key, { ...entry, acknowledged: 0, opId: this.newId() })
    }
  }

  /**
   * The server holds a newer revision than the one sent. `resend`: the student has typed since, and that goes above
   * it; `reload`: the newer value must be fetched; `stale`: it was this page's own, nothing is amiss.
   */
  supersede(sent: Save, result: SaveResult): 'resend' | 'reload' | 'stale' {
    const entry = this.entries.get(sent.field)
    if (!entry || entry.acknowledged >= result.revision) return 'stale'
    if (entry.revision === sent.revision) return 'reload'
    const revision = Math.max(entry.revision, result.revision + 1)
    this.entries.set(sent.field, { ...entry, revision, opId: this.newId() })
    return 'resend'
  }

  /**
   * Takes over what the server holds: for every key without unsaved edits, and for the keys in `lost`, whose own value
   * is kept at hand. The first load tells nobody.
   */
  merge(responses: AttemptState['responses'], lost: ReadonlySet<string>, first: boolean): void {
    for (const [key, { revision, value }] of Object.entries(responses)) {
      const entry = this.entries.get(key)
      const unsaved = entry !== undefined && entry.revision > entry.acknowledged
      if (entry && !lost.has(key) && (unsaved || entry.revision === revision)) continue
      const same = entry !== undefined && JSON.stringify(entry.value) === JSON.stringify(value)
      const replaced = !first && entry !== undefined && !same ? { mine: entry.value } : null
      this.entries.set(key, {
        value,
        refused: null,
        replaced,
        revision,
        acknowledged: revision,
        opId: this.newId(),
      })
    }
  }

  dismiss(key: string): void {
    const entry = this.entries.get(key)
    if (entry) this.entries.set(key, { ...entry, replaced: null })
  }
}
