import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import { isNewer, type JournalRow } from './journal/journal.ts'
import type { AttemptState, Save, Saved, SaveResult } from './protocol.ts'

/** What the page shows of one key. A new object whenever anything in it changes. */
export interface Shown {
  value: Saved
  /** the server will not take it: why */
  refused: string | null
  /** a newer answer from elsewhere took its place: what stood here */
  replaced: { mine: Saved } | null
  /** it reached the server after the attempt was closed, and is kept there as late */
  late: boolean
}

interface Entry extends Shown {
  replaced: { mine: Saved; row: JournalRow } | null
  /** the server has it, but perhaps below a newer one: what it holds must be fetched */
  doubt: boolean
  /** it came after the close and counts all the same */
  accepted: boolean
  /** of the value shown */
  revision: number
  /** newest revision that the server acknowledged */
  acknowledged: number
  /** of the page when the value was typed */
  epoch: number
  opId: string
  monotonicMs: number
  wallMs: number
}

type Responses = AttemptState['responses']

const nothing: Shown = { value: null, refused: null, replaced: null, late: false }
const unsaved = (entry: Entry) => entry.revision > entry.acknowledged
const same = (a: Saved, b: Saved) => JSON.stringify(a) === JSON.stringify(b)

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

  /** Answers as they stand, without the flags on questions. */
  answers(): Record<string, RawAnswer | null> {
    return Object.fromEntries(
      [...this.entries].flatMap(([key, { value }]) => (value?.kind === 'flag' ? [] : [[key, value]])),
    )
  }

  keys(): string[] {
    return [...this.entries.keys()]
  }

  edit(key: string, value: Saved, at: { epoch: number; monotonicMs: number; wallMs: number }): void {
    const entry = this.entries.get(key)
    this.entries.set(key, {
      ...at,
      ...nothing,
      value,
      replaced: null,
      doubt: false,
      accepted: false,
      revision: (entry?.revision ?? 0) + 1,
      acknowledged: entry?.acknowledged ?? 0,
      opId: this.newId(),
    })
  }

  /** Edits that the server has not acknowledged and has not refused, oldest key first. */
  unsaved(): Save[] {
    return [...this.entries]
      .filter(([, entry]) => unsaved(entry) && entry.refused === null)
      .map(([field, { revision, opId, value }]) => ({ field, revision, opId, value }))
  }

  /** How many answers are typed here that the server does not have, refused or not; lost; came too late. */
  counts(): { unsaved: number; replaced: number; late: number; accepted: number } {
    const all = [...this.entries.values()]
    return {
      unsaved: all.filter(unsaved).length,
      replaced: all.filter(({ replaced }) => replaced !== null).length,
      late: all.filter(({ late }) => late).length,
      accepted: all.filter(({ accepted }) => accepted).length,
    }
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

  /** It was known already: perhaps since it lost to a newer one, whose reply never came. */
  acknowledgeAgain(sent: Save): void {
    this.acknowledge(sent)
    this.suspect(sent)
  }

  doubtful(): boolean {
    return [...this.entries.values()].some(({ doubt }) => doubt)
  }

  refuse(key: string, message: string): void {
    const entry = this.entries.get(key)
    if (entry) this.entries.set(key, { ...entry, refused: message })
  }

  /** The server has this edit as one that came after the close; `accepted`: it counts all the same. */
  tooLate(sent: Save, accepted: boolean): void {
    this.acknowledge(sent)
    const entry = this.entries.get(sent.field)
    if (entry && !unsaved(entry)) this.entries.set(sent.field, { ...entry, late: !accepted, accepted })
  }

  /** The server says it lacks these, or takes them after all: they are sent again. */
  forget(keys: readonly string[]): void {
    for (const key of keys) {
      const entry = this.entries.get(key)
      if (entry) this.entries.set(key, { ...entry, acknowledged: 0, late: false, opId: this.newId() })
    }
  }

  /** The attempt is open again: what came too late is in time. Whether there is anything. */
  reopen(): boolean {
    const late = this.keys().filter((key) => this.shown(key).late)
    this.forget(late)
    return late.length > 0
  }

  /**
   * The server holds a newer revision than the one sent. `resend`: the student has typed since, and that goes above
   * it; `reload`: the newer value must be fetched; `stale`: it was this page's own, nothing is amiss.
   */
  supersede(sent: Save, result: SaveResult): 'resend' | 'reload' | 'stale' {
    const entry = this.entries.get(sent.field)
    if (!entry || entry.acknowledged >= result.revision) return 'stale'
    if (entry.revision === sent.revision) {
      this.suspect(sent)
      return 'reload'
    }
    const revision = Math.max(entry.revision, result.revision + 1)
    this.entries.set(sent.field, { ...entry, revision, opId: this.newId() })
    return 'resend'
  }

  /**
   * Takes over what the server holds: for every key without unsaved edits, for the doubtful ones, and where another
   * device wrote since; the own edit that lost is kept at hand. `quiet`: there was none, or this page was only reading.
   */
  merge(responses: Responses, quiet: boolean): void {
    for (const [key, held] of Object.entries(responses)) {
      const entry = this.entries.get(key)
      if (entry && !yields(entry, held)) continue
      const lost = entry !== undefined && (entry.doubt || unsaved(entry)) && !quiet && !same(entry.value, held.value)
      // one that the server answered is evidence there; one that never arrived is still to be sent as what it is
      const row = lost ? { ...rowOf(key, entry), fate: entry.doubt ? ('replaced' as const) : null } : null
      this.take(key, held, row ?? entry?.replaced?.row ?? null)
    }
  }

  /** What the journal has turns out only after the page was opened without it. */
  find(rows: readonly JournalRow[]): void {
    const held = [...this.entries].map(([key, { value, revision, epoch }]) => [key, { value, revision, epoch }])
    this.restore(rows, Object.fromEntries(held), true)
  }

  /**
   * Puts back what the journal of this device had, above what was merged; tells of what lost meanwhile. `found`: the
   * page has been typed in without it.
   */
  restore(rows: readonly JournalRow[], responses: Responses, found = false): void {
    for (const row of rows) {
      const held = responses[row.field]
      const entry = this.entries.get(row.field)
      if (entry && (unsaved(entry) || (found && entry.monotonicMs > 0))) {
        this.outdo(row, entry)
        continue
      }
      if (row.fate === 'replaced' || (held && isNewer(held, row))) {
        if (held && !same(held.value, row.value)) this.take(row.field, held, row)
        continue
      }
      const late = row.fate === 'late'
      const acknowledged = late ? row.revision : Math.min(row.revision - 1, held?.revision ?? 0)
      this.entries.set(row.field, {
        ...row,
        ...nothing,
        value: row.value,
        replaced: null,
        doubt: false,
        accepted: false,
        late,
        acknowledged,
      })
    }
  }

  /** What was not taken from elsewhere is this page's own from now on. */
  raise(epoch: number): void {
    for (const [key, entry] of this.entries) if (unsaved(entry)) this.entries.set(key, { ...entry, epoch })
  }

  /** Another tab sends what is unsaved here; whatever the server then holds is taken without a word. */
  handOver(): void {
    for (const [key, entry] of this.entries) {
      if (unsaved(entry)) this.entries.set(key, { ...entry, revision: 0, acknowledged: 0, epoch: 0 })
    }
  }

  /** Edits that lost before they ever reached the server: it is told all the same, under the epoch they belong to. */
  strays(): JournalRow[] {
    return [...this.entries.values()].flatMap(({ replaced }) => (replaced?.row.fate === null ? [replaced.row] : []))
  }

  /** The server was told of it, whatever it said; false: it is no stray. */
  strayKept({ field, opId }: Save): boolean {
    const entry = this.entries.get(field)
    const row = entry?.replaced?.row
    if (!entry || !row || row.opId !== opId) return false
    this.entries.set(field, { ...entry, replaced: { mine: row.value, row: { ...row, fate: 'replaced' } } })
    return true
  }

  /** All that must lie in the journal. */
  rows(): JournalRow[] {
    return [...this.entries].flatMap(([key, entry]) =>
      unsaved(entry) || entry.late || entry.doubt ? [rowOf(key, entry)] : entry.replaced ? [entry.replaced.row] : [],
    )
  }

  dismiss(key: string): void {
    const entry = this.entries.get(key)
    if (entry) this.entries.set(key, { ...entry, replaced: null })
  }

  /** What the server has, and the student has seen here, need not lie on this device any more. */
  forgetSettled(): void {
    for (const [key, entry] of this.entries) {
      const replaced = entry.replaced?.row.fate === null ? entry.replaced : null
      if (entry.late || replaced !== entry.replaced) this.entries.set(key, { ...entry, late: false, replaced })
    }
  }

  /** What was typed on this page, before the journal could be read, goes above what the journal had. */
  private outdo(row: JournalRow, entry: Entry): void {
    if (same(row.value, entry.value)) return
    const above = row.epoch === entry.epoch && row.revision >= entry.revision
    const risen = above ? { revision: row.revision + 1, opId: this.newId() } : {}
    this.entries.set(row.field, { ...entry, ...risen, replaced: { mine: row.value, row } })
  }

  private take(key: string, held: Responses[string], lost: JournalRow | null): void {
    const { value, revision, epoch } = held
    const replaced = lost && { mine: lost.value, row: lost }
    const opId = this.newId()
    const entry = { value, revision, epoch, replaced, opId, acknowledged: revision, monotonicMs: 0, wallMs: 0 }
    this.entries.set(key, { ...nothing, ...entry, doubt: false, accepted: false })
  }

  private suspect(sent: Save): void {
    const entry = this.entries.get(sent.field)
    if (entry?.revision === sent.revision) this.entries.set(sent.field, { ...entry, doubt: true })
  }
}

/** Whether the server's value takes the entry's place. An edit that is not answered yet yields to another device alone. */
function yields(entry: Entry, held: Responses[string]): boolean {
  if (entry.doubt) return same(entry.value, held.value) || !isNewer(entry, held)
  return unsaved(entry) ? held.epoch > entry.epoch : isNewer(held, entry)
}

function rowOf(field: string, entry: Entry): JournalRow {
  const { epoch, revision, opId, value, monotonicMs, wallMs, late } = entry
  return { field, epoch, revision, opId, value, monotonicMs, wallMs, fate: late ? 'late' : null }
}
