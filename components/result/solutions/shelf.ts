import type { PaperNode } from '../../../grader/answers/paper.ts'

/** The worked solution of a question, on its way or here. */
export type Solution =
  | { state: 'absent' }
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'ready'; fields: Record<string, PaperNode[]> }

const absent: Solution = { state: 'absent' }

/** Keeps the worked solutions of one result: each is fetched when it is first wanted, and once. */
export class SolutionShelf {
  readonly #address: string
  readonly #solutions = new Map<string, Solution>()
  readonly #listeners = new Set<() => void>()
  readonly #fetch: typeof fetch

  /** `address`: where the solutions of this attempt are; a question's slug follows it. */
  constructor(address: string, fetching: typeof fetch = (...given) => fetch(...given)) {
    this.#address = address
    this.#fetch = fetching
  }

  of(slug: string): Solution {
    return this.#solutions.get(slug) ?? absent
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Fetches a solution unless it is here or on its way; a failed one is asked for again. */
  async want(slug: string): Promise<void> {
    const { state } = this.of(slug)
    if (state === 'loading' || state === 'ready') return
    this.#put(slug, { state: 'loading' })
    this.#put(slug, await this.#ask(slug))
  }

  /** All of them, a few at a time. True if every one came. */
  async wantAll(slugs: readonly string[]): Promise<boolean> {
    const waiting = [...slugs]
    const worker = async () => {
      for (let slug = waiting.shift(); slug !== undefined; slug = waiting.shift()) await this.want(slug)
    }
    await Promise.all([worker(), worker(), worker()])
    return slugs.every((slug) => this.of(slug).state === 'ready')
  }

  async #ask(slug: string): Promise<Solution> {
    try {
      const response = await this.#fetch(`${this.#address}/${encodeURIComponent(slug)}`)
      if (!response.ok) return { state: 'failed' }
      const { solution } = (await response.json()) as { solution: Record<string, PaperNode[]> }
      return { state: 'ready', fields: solution }
    } catch {
      return { state: 'failed' }
    }
  }

  #put(slug: string, solution: Solution) {
    this.#solutions.set(slug, solution)
    for (const listener of this.#listeners) listener()
  }
}
