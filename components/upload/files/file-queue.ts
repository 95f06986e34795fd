import type { KeptFile } from './kept-files.ts'
import type { Sent } from './send-file.ts'

/** A file on its way, as it is shown. */
export interface FileOnWay {
  page: string
  name: string
  blob: Blob
  phase: 'preparing' | 'waiting' | 'sending' | 'checking' | 'retrying' | 'refused'
  /** of it that has left, from 0 to 1 */
  share: number
  /** the server's words where it will not take it */
  message: string | null
  status: number | null
  /** a copy lies on this device */
  kept: boolean
}

export interface QueueWorld {
  place: string
  newId: () => string
  ready: (blob: Blob) => Promise<Blob>
  redraw: (blob: Blob) => Promise<Blob | null>
  send: (page: string, blob: Blob, onShare: (share: number) => void) => Promise<Sent>
  keep: (file: KeptFile) => Promise<boolean>
  letGo: (page: string) => Promise<void>
  keptFor: (place: string) => Promise<KeptFile[]>
  wait: (milliseconds: number) => Promise<void>
  /** the server has one more */
  arrived: (outcome: 'kept' | 'accepted' | 'late') => void
}

interface Entry extends FileOnWay {
  redrawn: boolean
}

/** What a browser's own drawing may mend: the picture is fine, the file around it is not. */
const mendable = new Set(['damaged', 'suspicious', 'not-taken', 'too-many-pixels', 'too-large'])
const longest = 30_000

/** Sends the files of one place, one after the other, each until the server has it or says that it will not. */
export class FileQueue {
  private readonly world: QueueWorld
  private entries: readonly Entry[] = []
  private readonly listeners = new Set<() => void>()
  private working = false
  private ended = false

  constructor(world: QueueWorld) {
    this.world = world
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  onWay = (): readonly FileOnWay[] => this.entries

  /** Takes up what an earlier page left on this device. */
  async resume(): Promise<void> {
    this.ended = false
    const left = await this.world.keptFor(this.world.place)
    const known = new Set(this.entries.map(({ page }) => page))
    for (const { page, name, blob, redrawn } of left)
      if (!known.has(page)) this.put({ ...fresh(page, name, blob), kept: true, redrawn, phase: 'waiting' })
    void this.work()
  }

  async add(files: readonly { name: string; blob: Blob }[]): Promise<void> {
    const added = files.map(({ name, blob }) => fresh(this.world.newId(), name, blob))
    for (const entry of added) this.put(entry)
    for (const { page, name, blob } of added) {
      const small = await this.world.ready(blob)
      const kept = await this.world.keep({ page, place: this.world.place, name, blob: small, redrawn: false })
      this.change(page, { blob: small, kept, phase: 'waiting' })
      void this.work()
    }
  }

  again(page: string): void {
    this.change(page, { phase: 'waiting', message: null, status: null })
    void this.work()
  }

  putAside(page: string): void {
    this.entries = this.entries.filter((entry) => entry.page !== page)
    void this.world.letGo(page)
    this.tell()
  }

  end(): void {
    this.ended = true
  }

  private async work(): Promise<void> {
    if (this.working) return
    this.working = true
    for (let failures = 0; !this.ended; ) {
      const next = this.entries.find(({ phase }) => phase === 'waiting' || phase === 'retrying')
      if (!next) break
      if (await this.sendOne(next)) failures = 0
      else await this.world.wait(Math.min(longest, 1_000 * 2 ** failures++))
    }
    this.working = false
  }

  /** Whether something came of it: an answer, whichever. */
  private async sendOne({ page, blob }: Entry): Promise<boolean> {
    this.change(page, { phase: 'sending', share: 0 })
    const sent = await this.world.send(page, blob, (share) =>
      this.change(page, { share, phase: share < 1 ? 'sending' : 'checking' }),
    )
    // put aside meanwhile
    const entry = this.entries.find((one) => one.page === page)
    if (sent.outcome === 'trouble') {
      this.change(page, { phase: 'retrying', share: 0 })
      return false
    }
    if (sent.outcome === 'refused') {
      if (entry && !entry.redrawn && mendable.has(sent.code) && (await this.mended(entry))) return true
      this.change(page, { phase: 'refused', message: sent.message, status: sent.status })
      return true
    }
    this.putAside(page)
    this.world.arrived(sent.outcome)
    return true
  }

  /** The browser draws the picture anew, which is another file, and so another page. */
  private async mended({ page, name, blob }: Entry): Promise<boolean> {
    const drawn = await this.world.redraw(blob)
    if (!drawn) return false
    const anew: Entry = { ...fresh(this.world.newId(), name, drawn), phase: 'waiting', redrawn: true }
    const kept = await this.world.keep({ page: anew.page, place: this.world.place, name, blob: drawn, redrawn: true })
    this.entries = this.entries.map((entry) => (entry.page === page ? { ...anew, kept } : entry))
    await this.world.letGo(page)
    this.tell()
    return true
  }

  private put(entry: Entry): void {
    this.entries = [...this.entries, entry]
    this.tell()
  }

  private change(page: string, changes: Partial<Entry>): void {
    this.entries = this.entries.map((entry) => (entry.page === page ? { ...entry, ...changes } : entry))
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

function fresh(page: string, name: string, blob: Blob): Entry {
  const state = { phase: 'preparing', share: 0, message: null, status: null, kept: false, redrawn: false } as const
  return { page, name, blob, ...state }
}
