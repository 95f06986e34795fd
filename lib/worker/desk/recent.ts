/** Keeps what was made last: what is asked for again and again is made once. */
export class Recent<Made extends object | string> {
  readonly #known = new Map<string, Made>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => Made): Made {
    const made = this.#known.get(key) ?? make()
    this.#known.delete(key)
    this.#known.set(key, made)
    const [oldest] = this.#known.keys()
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest)
    return made
  }
}
