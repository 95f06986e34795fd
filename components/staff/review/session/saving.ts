import type { Store } from './ahead.ts'
import { draftPoints, sameDraft, startOf } from './draft.ts'
import { renewed } from './entry.ts'
import { afterSaving, bodyOf } from './readiness.ts'
import type { SessionSettings } from './review-session.ts'

const pauses = [1_000, 3_000, 10_000, 30_000]

/** Sends decisions one after the other for each answer, and again where they could not be sent. */
export class Saving {
  readonly #settings: Pick<SessionSettings, 'api' | 'drafts' | 'later' | 'me'>
  readonly #store: Store
  readonly #onOtherRubric: () => void
  readonly #under = new Map<string, Promise<void>>()
  readonly #tries = new Map<string, number>()

  constructor(
    settings: Pick<SessionSettings, 'api' | 'drafts' | 'later' | 'me'>,
    store: Store,
    onOtherRubric: () => void,
  ) {
    this.#settings = settings
    this.#store = store
    this.#onOtherRubric = onOtherRubric
  }

  send(key: string): void {
    const before = this.#under.get(key) ?? Promise.resolve()
    this.#store.put(key, (entry) => ({ ...entry, state: 'saving', trouble: null }))
    const sent = before.then(() => this.#send(key))
    this.#under.set(key, sent)
  }

  async #send(key: string): Promise<void> {
    const { api, drafts, me } = this.#settings
    const entry = this.#store.entry(key)
    if (!entry) return
    const { card, draft, seconds } = entry
    const answer = await api.save(bodyOf(card, draft, Math.min(86_400, seconds)))
    if (!answer.ok) return this.#failed(key, answer.trouble)
    this.#tries.delete(key)
    const waited = card.why !== null && card.history[0]?.points == null
    this.#store.put(key, (one) => {
      const untouched = sameDraft(one.draft, draft)
      if (untouched) drafts.remove(key)
      const stored = afterSaving(card, draft, answer.value, me)
      // what was changed while this was under way is still to be saved
      const next = untouched ? startOf(stored) : one.draft
      return { ...one, card: stored, draft: next, state: untouched ? 'saved' : 'reading', trouble: null, seconds: 0 }
    })
    const { waiting } = this.#store.read()
    if (waited && waiting !== null && draftPoints(card, draft) !== null) {
      this.#store.change({ waiting: Math.max(0, waiting - 1) })
    }
    if (answer.value.rubricVersion > card.rubric.version) this.#onOtherRubric()
  }

  async #failed(key: string, trouble: { status: number; code: string; message: string | null }): Promise<void> {
    const { api, later } = this.#settings
    const entry = this.#store.entry(key)
    if (!entry) return
    if (trouble.code === 'conflict' || trouble.code === 'rubric-changed') {
      const { submissionId, field } = entry.card
      const answer = await api.card(submissionId, field)
      if (answer.ok && answer.value.version !== entry.card.version) {
        return this.#store.put(key, (one) => ({ ...one, state: 'conflict', trouble, theirs: answer.value }))
      }
      // nobody decided it: only its rubric is another one, and the reviewer looks again
      if (answer.ok) this.#store.put(key, (one) => renewed(one, answer.value))
    }
    this.#store.put(key, (one) => ({ ...one, state: 'failed', trouble }))
    if (trouble.status !== 0 && trouble.status < 500) return
    const tries = this.#tries.get(key) ?? 0
    this.#tries.set(key, tries + 1)
    later(pauses[Math.min(tries, pauses.length - 1)] ?? 30_000, () => {
      if (this.#store.entry(key)?.state === 'failed') this.send(key)
    })
  }

  /** What somebody else decided holds; one's own draft goes. */
  keepTheirs(key: string): void {
    this.#settings.drafts.remove(key)
    this.#store.put(key, (one) =>
      one.theirs
        ? { ...one, card: one.theirs, draft: startOf(one.theirs), state: 'saved', trouble: null, theirs: null }
        : one,
    )
  }

  /** One's own decision after the other's: both stay in the history. */
  saveOverTheirs(key: string): void {
    this.#store.put(key, (one) => (one.theirs ? { ...renewed(one, one.theirs), theirs: null } : one))
    this.send(key)
  }
}
