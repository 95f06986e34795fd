import type { Draft, Saved, Store, Theirs } from './draft.ts'
import { fingerprint } from './fingerprint.ts'

export type KeeperState = 'saved' | 'unsaved' | 'saving' | 'away' | 'signed-out' | 'refused' | 'conflict'

export interface KeeperView {
  state: KeeperState
  revision: number
  /** of the last acknowledged save */
  savedAt: string | null
  message: string | null
  theirs: Theirs | null
  /** what the browser had kept was put back at the start */
  restored: boolean
}

interface Means {
  send(source: string, revision: number): Promise<Saved>
  store: Store
  /** runs something later; the answer takes it back */
  later(run: () => void, milliseconds: number): () => void
  onChange(view: KeeperView): void
}

const rest = 700
const longest = 30_000
const mostInDoubt = 50

/**
 * Keeps the text of one editor: every change is in the browser before it is sent, and stays there until the server has
 * acknowledged that very text. One save is under way at a time.
 */
export class DraftKeeper {
  text: string
  /** what the server is known to have; null while it may have got something else */
  private acknowledged: string | null
  /** fingerprints of what was sent since the last acknowledgement: what the server has may be one of them */
  private sent: string[] = []
  private view: KeeperView
  private readonly means: Means
  private running: Promise<void> | null = null
  private cancel: (() => void) | null = null
  private failures = 0
  private stopped = false

  constructor(draft: Pick<Draft, 'source' | 'revision' | 'saved'>, means: Means) {
    this.means = means
    this.text = draft.source
    this.acknowledged = draft.source
    const base = { savedAt: draft.saved?.at ?? null, message: null, theirs: null }
    this.view = { state: 'saved', revision: draft.revision, restored: false, ...base }
    const kept = means.store.read()
    if (!kept) return
    if (kept.source === draft.source) {
      means.store.clear()
      return
    }
    // written on another revision than the server has now: the server says what stands against it
    this.text = kept.source
    this.sent = kept.sent
    const ours = kept.sent.includes(fingerprint(draft.source))
    const revision = ours ? draft.revision : kept.revision
    this.view = { ...this.view, state: 'unsaved', revision, restored: true }
  }

  get now(): KeeperView {
    return this.view
  }

  /** Sends what was put back from the browser. */
  start(): void {
    if (this.view.state === 'unsaved') this.schedule(0)
  }

  edit(text: string): void {
    if (text === this.text) return
    this.text = text
    this.keep()
    if (this.view.state === 'conflict') return
    if (this.view.state !== 'saving') this.show({ state: 'unsaved', message: null })
    this.schedule(rest)
  }

  /** Saves until the server has the text as it is; its revision, or null where it cannot be saved now. */
  async flush(): Promise<number | null> {
    this.cancel?.()
    for (let tries = 0; tries < 5 && this.dirty && this.view.state !== 'conflict'; tries += 1) {
      await (this.running ?? this.save())
      if (['away', 'signed-out', 'refused'].includes(this.view.state)) return null
    }
    return this.dirty ? null : this.view.revision
  }

  /** Goes on with one's own text over what the other has saved. */
  keepMine(): void {
    const { theirs } = this.view
    if (!theirs) return
    this.goOnFrom(theirs.revision)
  }

  /** Takes what the other has saved; the answer is the text to show. */
  takeTheirs(): string {
    const { theirs } = this.view
    if (!theirs) return this.text
    this.text = theirs.source
    this.acknowledged = theirs.source
    this.means.store.clear()
    this.settle({ revision: theirs.revision, savedAt: theirs.at, theirs: null })
    return this.text
  }

  /** Sends what there is once more and nothing after it; what is not acknowledged stays in the browser. */
  stop(): void {
    this.cancel?.()
    if (this.view.state === 'unsaved') void this.flush()
    this.stopped = true
  }

  get dirty(): boolean {
    return this.text !== this.acknowledged
  }

  private keep(): void {
    if (this.stopped) return
    this.means.store.write({ source: this.text, revision: this.view.revision, sent: this.sent })
  }

  private goOnFrom(revision: number): void {
    this.show({ state: 'unsaved', revision, theirs: null })
    this.keep()
    this.schedule(0)
  }

  private show(change: Partial<KeeperView>): void {
    this.view = { ...this.view, ...change }
    this.means.onChange(this.view)
  }

  private schedule(milliseconds: number): void {
    this.cancel?.()
    if (this.stopped) return
    this.cancel = this.means.later(() => void (this.running ?? this.save()), milliseconds)
  }

  private save(): Promise<void> {
    if (!this.dirty) {
      this.settle({})
      return Promise.resolve()
    }
    this.running = this.sendOnce().finally(() => {
      this.running = null
    })
    return this.running
  }

  private async sendOnce(): Promise<void> {
    const source = this.text
    this.acknowledged = null
    this.sent = [...this.sent, fingerprint(source)].slice(-mostInDoubt)
    this.keep()
    this.show({ state: 'saving' })
    const saved = await this.means.send(source, this.view.revision)
    if (saved.kind === 'saved') return this.accept(source, saved)
    if (saved.kind === 'conflict') {
      this.cancel?.()
      const ours = this.sent.includes(fingerprint(saved.theirs.source))
      if (ours) return this.goOnFrom(saved.theirs.revision)
      return this.show({ state: 'conflict', theirs: saved.theirs, restored: false })
    }
    if (saved.kind === 'refused') return this.show({ state: 'refused', message: saved.message })
    this.show({ state: saved.kind === 'away' ? 'away' : 'signed-out' })
    this.failures += 1
    this.schedule(Math.min(longest, 1000 * 2 ** Math.min(this.failures, 6)))
  }

  /** The server has the text as it is. */
  private settle(change: Partial<KeeperView>): void {
    this.sent = []
    // another page of the same person may have written on meanwhile
    if (this.means.store.read()?.source === this.text) this.means.store.clear()
    this.show({ ...change, state: 'saved', message: null })
  }

  private accept(source: string, { revision, savedAt }: Extract<Saved, { kind: 'saved' }>): void {
    this.failures = 0
    this.acknowledged = source
    this.sent = []
    if (this.text === source) {
      this.settle({ revision, savedAt, restored: false })
      return
    }
    this.show({ state: 'unsaved', revision, savedAt, message: null, restored: false })
    this.keep()
    this.schedule(rest)
  }
}
