/** Somebody signed in, as their browser would be: cookies, own origin, JSON. */
export class Session {
  readonly #address: string
  readonly #cookies = new Map<string, string>()

  constructor(address: string) {
    this.#address = address
  }

  get cookies(): readonly { name: string; value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }))
  }

  async signIn(email: string, password: string): Promise<void> {
    const { csrfToken } = (await this.get('/api/auth/csrf')) as { csrfToken: string }
    const form = new URLSearchParams({ csrfToken, email, password, callbackUrl: '/', json: 'true' })
    const answer = await this.#fetch('/api/auth/callback/credentials', { method: 'POST', body: form })
    if (!answer.ok) throw new Error(`${email} may not sign in (${answer.status})`)
    await answer.arrayBuffer()
  }

  async get(path: string): Promise<unknown> {
    return this.#json(await this.#fetch(path, {}))
  }

  async send(method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    return this.#json(await this.#fetch(path, { method, headers, body: JSON.stringify(body) }))
  }

  /** Milliseconds until the last byte of a page is here, and how many there were. */
  async page(path: string): Promise<{ milliseconds: number; bytes: number }> {
    const began = performance.now()
    const answer = await this.#fetch(path, {})
    const { byteLength } = await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return { milliseconds: performance.now() - began, bytes: byteLength }
  }

  async #json(answer: Response): Promise<unknown> {
    const body = await answer.json()
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${JSON.stringify(body)}`)
    return body
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: this.#address, cookie, ...(init.headers as Record<string, string> | undefined) }
    const answer = await fetch(this.#address + path, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
}
