import { keyOf } from '../card.ts'
import { type Entry, entryOf, isTouched } from './entry.ts'
import type { SessionSettings, Snapshot } from './review-session.ts'

/** So many answers are at hand after the present one. */
const atHand = 3
/** and so many are kept from others at a time */
const mostKept = 10

/** How a part of the session reads and changes it. */
export interface Store {
  read: () => Snapshot
  change: (change: Partial<Snapshot>) => void
  entry: (key: string) => Entry | undefined
  put: (key: string, change: (entry: Entry) => Entry) => void
}

/** Fetches and claims the next answers while the present one is read. */
export class Ahead {
  readonly #settings: Pick<SessionSettings, 'field' | 'api' | 'drafts' | 'later'>
  readonly #store: Store
  #asking: Promise<void> | null = null
  #pause = 1_000

  constructor(settings: Pick<SessionSettings, 'field' | 'api' | 'drafts' | 'later'>, store: Store) {
    this.#settings = settings
    this.#store = store
  }

  async fill(): Promise<void> {
    await this.#asking
    const { entries, at, phase } = this.#store.read()
    const missing = atHand - (entries.length - 1 - at)
    if (missing <= 0 && phase !== 'loading') return
    this.#asking ??= this.#ask(Math.max(missing, 1)).finally(() => {
      this.#asking = null
    })
    await this.#asking
  }

  async #ask(count: number): Promise<void> {
    const { api, field, drafts, later } = this.#settings
    const before = this.#store.read().entries
    // what is saved waits no longer; what is being saved may still
    const except = before.filter(({ state }) => state !== 'saved').map(({ card }) => card.submissionId)
    const answer = await api.next({ field, count, except })
    const { entries, at, phase } = this.#store.read()
    if (!answer.ok) {
      const { trouble } = answer
      if (phase === 'loading') this.#store.change({ phase: 'trouble', trouble })
      if (trouble.status === 0 || trouble.status >= 500) {
        later(this.#pause, () => void this.#again())
        this.#pause = Math.min(this.#pause * 2, 30_000)
      }
      return
    }
    this.#pause = 1_000
    const known = new Set(entries.map(({ card }) => keyOf(card)))
    const added = answer.value.cards.filter((card) => !known.has(keyOf(card))).map((card) => entryOf(card, drafts))
    const all = [...entries, ...added]
    const waits = phase === 'loading' || phase === 'trouble'
    const more = at + 1 < all.length
    this.#store.change({
      entries: all,
      waiting: answer.value.waiting,
      ...(waits ? { phase: more ? 'reading' : 'done', at: more ? at + 1 : at, trouble: null } : {}),
    })
  }

  #again(): Promise<void> {
    const { phase } = this.#store.read()
    if (phase === 'trouble') this.#store.change({ phase: 'loading' })
    return this.fill()
  }

  /** Keeps what is before the reviewer and next; what somebody else has by now goes from what is next. */
  async keep(): Promise<void> {
    const { entries, at } = this.#store.read()
    // who went back over many passes them again one by one
    const mine = entries.slice(Math.max(at, 0)).filter(waits).slice(0, mostKept)
    if (mine.length === 0) return
    const answer = await this.#settings.api.keep({
      field: this.#settings.field,
      submissions: mine.map(({ card }) => card.submissionId),
    })
    if (!answer.ok) return
    const { held } = answer.value
    const now = this.#store.read()
    this.#store.change({
      entries: now.entries
        .filter((entry, k) => k <= now.at || isTouched(entry) || held[entry.card.submissionId] === undefined)
        .map((entry) => {
          const holder = held[entry.card.submissionId] ?? null
          return waits(entry) && entry.card.holder !== holder ? { ...entry, card: { ...entry.card, holder } } : entry
        }),
    })
  }
}

function waits({ card, state }: Entry): boolean {
  return state !== 'saved' && card.why !== null && card.history[0]?.points == null
}
