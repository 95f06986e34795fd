import { type SaveStatus, untouched } from './status.ts'

/** What the page is told, and who listens. */
export class Board {
  private readonly listeners = new Set<() => void>()
  current: SaveStatus = untouched

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The same object stays where nothing is new: the page is not drawn for nothing. */
  note(changes: Partial<SaveStatus>): void {
    const keys = Object.keys(changes) as (keyof SaveStatus)[]
    if (keys.some((key) => this.current[key] !== changes[key])) this.current = { ...this.current, ...changes }
  }

  tell(): void {
    for (const listener of this.listeners) listener()
  }
}
