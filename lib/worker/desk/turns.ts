/** Something that waits for its turn. */
export interface Waiting<Job> {
  person: string
  /** a newer one of the same person and key takes its place */
  key: string
  job: Job
}

interface TurnsOptions<Job> {
  /** told of what will never have its turn because its person wants something newer */
  superseded: (job: Job) => void
  /** so many of one person wait at most */
  mostEach?: number
  /** so many wait at most */
  most?: number
}

/**
 * Whose turn it is: one of each person who waits, in a circle, so that who asks a lot waits for it alone. A person's newer
 * request takes the place of the older one of the same key.
 */
export class Turns<Job> {
  readonly #waiting = new Map<string, Waiting<Job>[]>()
  readonly #options: Required<TurnsOptions<Job>>
  #count = 0

  constructor(options: TurnsOptions<Job>) {
    this.#options = { mostEach: 6, most: 400, ...options }
  }

  get size(): number {
    return this.#count
  }

  /** False where too much waits already. */
  add(waiting: Waiting<Job>): boolean {
    const own = this.#waiting.get(waiting.person) ?? []
    const older = own.findIndex(({ key }) => key === waiting.key)
    if (older >= 0) {
      const [replaced] = own.splice(older, 1, waiting)
      if (replaced) this.#options.superseded(replaced.job)
      return true
    }
    if (this.#count >= this.#options.most) return false
    if (own.length >= this.#options.mostEach) this.#drop(own)
    own.push(waiting)
    this.#count += 1
    this.#waiting.set(waiting.person, own)
    return true
  }

  /** The next one; whose it is goes to the end of the circle. */
  take(): Job | null {
    for (const [person, own] of this.#waiting) {
      this.#waiting.delete(person)
      const next = own.shift()
      if (own.length > 0) this.#waiting.set(person, own)
      if (!next) continue
      this.#count -= 1
      return next.job
    }
    return null
  }

  /** Takes out all that wait. */
  clear(): Job[] {
    const all = [...this.#waiting.values()].flatMap((own) => own.map(({ job }) => job))
    this.#waiting.clear()
    this.#count = 0
    return all
  }

  #drop(own: Waiting<Job>[]) {
    const oldest = own.shift()
    if (!oldest) return
    this.#count -= 1
    this.#options.superseded(oldest.job)
  }
}
