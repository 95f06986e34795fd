import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { AuthoringPreview, CheckAnswer } from '../../authoring/desk-answers.ts'
import { Session } from '../session.ts'

const api = '/api/staff/v1/authoring'

/** Somebody who writes questions: what they send, and how long the answers take. */
export class Author {
  readonly #session: Session
  readonly #tab = crypto.randomUUID()

  private constructor(session: Session) {
    this.#session = session
  }

  static async signIn(address: string, name: string): Promise<Author> {
    const session = new Session(address)
    await session.signIn(`${name}@example.edu`, 'referee-demo')
    return new Author(session)
  }

  /** Milliseconds from a keystroke to what is wrong. */
  async check(source: string): Promise<number> {
    const { milliseconds, answer } = await this.#timed<CheckAnswer>('check', { source, tab: this.#tab })
    if (typeof answer.ok !== 'boolean') throw new Error('no diagnostics')
    return milliseconds
  }

  /** Milliseconds until a new text is drawn and the right answers, typed into it, are graded. */
  async gradedPreview(source: string, seed: string): Promise<number> {
    const known = await this.#timed<AuthoringPreview>('preview', { source: `${source}\n`, seed, tab: this.#tab })
    const answers = Object.fromEntries(
      known.answer.paper.fields.flatMap((field): [string, RawAnswer][] => {
        const value = known.answer.expected.find(({ name }) => name === field.name)?.value
        if (!value) return []
        const cells = value.data.map((one) => String(Number(one.toFixed(4))))
        if (field.kind === 'number') return [[field.name, { kind: 'number', text: cells[0] ?? '' }]]
        return field.kind === 'tensor' ? [[field.name, { kind: 'tensor', shape: value.shape, cells }]] : []
      }),
    )
    const body = { source, seed, answers, tab: this.#tab }
    const { milliseconds, answer } = await this.#timed<AuthoringPreview>('preview', body)
    if (!answer.graded) throw new Error('not graded')
    return milliseconds
  }

  async audit(source: string): Promise<number> {
    return (await this.#timed('audit', { source, tab: this.#tab })).milliseconds
  }

  /** Whatever comes of it: for those who hold up others. */
  async trouble(source: string, seed: string): Promise<void> {
    await this.#timed('preview', { source, seed, tab: this.#tab }).catch(() => {})
    await this.audit(source).catch(() => {})
  }

  async #timed<T>(work: string, body: unknown): Promise<{ milliseconds: number; answer: T }> {
    const began = performance.now()
    const answer = (await this.#session.send('POST', `${api}/${work}`, body)) as T
    return { milliseconds: performance.now() - began, answer }
  }
}
