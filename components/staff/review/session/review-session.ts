import { keyOf, type ReviewCard } from '../card.ts'
import { Ahead } from './ahead.ts'
import type { Draft } from './draft.ts'
import { type Entry, entryOf, isTouched, renewed, withRubric } from './entry.ts'
import type { KeptDrafts } from './kept-drafts.ts'
import { type Readiness, readiness } from './readiness.ts'
import type { ReviewApi, Trouble } from './review-api.ts'
import { Saving } from './saving.ts'
import { Stopwatch } from './stopwatch.ts'

export interface Snapshot {
  entries: readonly Entry[]
  /** the one before the reviewer */
  at: number
  phase: 'loading' | 'reading' | 'done' | 'trouble'
  trouble: Trouble | null
  /** of the part, undecided by anybody; null while nobody knows */
  waiting: number | null
}

export interface SessionSettings {
  field: string
  /** the reviewer's name */
  me: string
  api: ReviewApi
  drafts: KeptDrafts
  now: () => number
  later: (milliseconds: number, work: () => void) => void
}

/**
 * A sitting of reviewing one part: the answers that were before the reviewer, the one that is, and the next ones, fetched
 * ahead. Saves go out behind its back; what could not be saved stays here until it is.
 */
export class ReviewSession {
  readonly #settings: SessionSettings
  readonly #watch: Stopwatch
  readonly #ahead: Ahead
  readonly #saving: Saving
  readonly #listeners = new Set<() => void>()
  #snapshot: Snapshot = { entries: [], at: -1, phase: 'loading', trouble: null, waiting: null }

  constructor(settings: SessionSettings) {
    this.#settings = settings
    this.#watch = new Stopwatch(settings.now)
    const store = {
      read: () => this.#snapshot,
      change: (change: Partial<Snapshot>) => this.#change(change),
      entry: (key: string) => this.#snapshot.entries.find(({ card }) => keyOf(card) === key),
      put: (key: string, change: (entry: Entry) => Entry) => this.#put(key, change),
    }
    this.#ahead = new Ahead(settings, store)
    this.#saving = new Saving(settings, store, () => void this.refresh())
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly snapshot = () => this.#snapshot

  get current(): Entry | null {
    const { phase, entries, at } = this.#snapshot
    return phase === 'reading' ? (entries[at] ?? null) : null
  }

  /** Begins with an answer, or with the next one that waits. */
  start(card: ReviewCard | null): Promise<void> {
    if (card) this.#change({ entries: [entryOf(card, this.#settings.drafts)], at: 0, phase: 'reading' })
    if (card?.why && card.history.length === 0) void this.keep()
    return this.#ahead.fill()
  }

  /** Whether the reviewer looks: time counts only then. */
  look(looks: boolean): void {
    this.#watch.run(looks)
  }

  async next(): Promise<void> {
    this.#leave()
    const { entries, at } = this.#snapshot
    if (at + 1 < entries.length) this.#go(at + 1)
    else this.#change({ phase: 'loading', trouble: null })
    await this.#ahead.fill()
  }

  previous(): void {
    const { phase, at } = this.#snapshot
    this.#leave()
    this.#go(phase === 'reading' ? Math.max(0, at - 1) : at)
  }

  /** To an answer of this sitting. */
  open(key: string): void {
    this.#leave()
    this.#go(this.#snapshot.entries.findIndex(({ card }) => keyOf(card) === key))
  }

  /** To the first answer that was passed over; false where there is none. */
  openPassed(): boolean {
    const found = this.passed[0]
    if (found) this.open(keyOf(found.card))
    return found !== undefined
  }

  get passed(): Entry[] {
    return this.#snapshot.entries.filter(
      ({ card, state }) => state === 'reading' && card.why && card.history[0]?.points == null,
    )
  }

  draft(change: (draft: Draft, card: ReviewCard) => Draft): void {
    const entry = this.current
    if (!entry) return
    const draft = change(entry.draft, entry.card)
    const key = keyOf(entry.card)
    const state = entry.state === 'saved' ? 'reading' : entry.state
    this.#put(key, (one) => ({ ...one, draft, state, restored: false }))
    this.#settings.drafts.write(key, draft)
  }

  /** Saves what was decided of the present answer. What is missing is said, and nothing is sent then. */
  save(): Readiness {
    const entry = this.current
    if (!entry) return 'unchanged'
    const ready = readiness(entry.card, entry.draft)
    if (ready === 'unchanged') this.#settings.drafts.remove(keyOf(entry.card))
    if (ready !== 'ready') return ready
    this.#leave()
    this.#saving.send(keyOf(entry.card))
    return ready
  }

  retry = (key: string) => this.#saving.send(key)
  keepTheirs = (key: string) => this.#saving.keepTheirs(key)
  saveOverTheirs = (key: string) => this.#saving.saveOverTheirs(key)

  /** Answers whose decision the server does not have. */
  get unsent(): Entry[] {
    return this.#snapshot.entries.filter(
      ({ state }) => state === 'saving' || state === 'failed' || state === 'conflict',
    )
  }

  /** Submissions of this part whose decision was typed in an earlier sitting and waits on this browser. */
  left({ entries }: Snapshot): string[] {
    const { field, drafts } = this.#settings
    const here = new Set(entries.map(({ card }) => keyOf(card)))
    return drafts
      .keys()
      .filter((key) => key.endsWith(`/${field}`) && !here.has(key))
      .map((key) => key.slice(0, -field.length - 1))
  }

  /** The present answer and its rubric as they are now; the rubric is every other answer's too. */
  async refresh(): Promise<void> {
    const entry = this.current
    if (!entry) return
    const { submissionId, field } = entry.card
    const answer = await this.#settings.api.card(submissionId, field)
    if (!answer.ok) return
    const card = answer.value
    this.#put(keyOf(card), (one) => (one.state === 'saving' || one.state === 'conflict' ? one : renewed(one, card)))
    this.#change({ entries: this.#snapshot.entries.map((one) => withRubric(one, card.rubric)) })
  }

  keep = () => this.#ahead.keep()

  /** Goes away: what was claimed is free for others. */
  leave(): void {
    this.#settings.api.release(this.#settings.field)
  }

  #leave(): void {
    const seconds = this.#watch.take()
    const { entries, at, phase } = this.#snapshot
    const entry = phase === 'reading' ? entries[at] : undefined
    if (entry) this.#put(keyOf(entry.card), (one) => ({ ...one, seconds: one.seconds + seconds }))
  }

  #go(at: number): void {
    const entry = this.#snapshot.entries[at]
    if (!entry) return
    this.#change({ at, phase: 'reading', trouble: null })
    // a decision of before may have been changed since, by a rubric or by somebody else
    if (entry.state === 'saved' && !isTouched(entry)) void this.refresh()
  }

  #put(key: string, change: (entry: Entry) => Entry): void {
    this.#change({ entries: this.#snapshot.entries.map((one) => (keyOf(one.card) === key ? change(one) : one)) })
  }

  #change(change: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of this.#listeners) listener()
  }
}
