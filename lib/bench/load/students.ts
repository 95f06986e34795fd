import { randomUUID } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { sessionCookie } from '../../auth/testing/session-cookie.ts'
import { emailOf, enrolStudents } from '../class.ts'
import { fillIn } from '../fill-in.ts'
import { headOf, type Reply, Wire } from './wire.ts'

/** Somebody in the exam hall, with a connection of their own. */
export class LoadStudent {
  readonly wire: Wire
  readonly #port: number
  readonly cookie: string
  readonly number: number
  attemptId = ''
  keys: { field: string; value: unknown }[] = []
  revision = 0

  constructor(port: number, cookie: string, number: number) {
    this.#port = port
    this.cookie = cookie
    this.number = number
    this.wire = new Wire(port)
  }

  get(path: string): Promise<Reply> {
    return this.wire.send(headOf('GET', path, this.#port, this.cookie))
  }

  change(method: 'PUT' | 'POST', path: string, body: unknown): Promise<Reply> {
    return this.wire.send(headOf(method, path, this.#port, this.cookie), JSON.stringify(body))
  }

  get attempt(): string {
    return `/api/exam/v1/attempts/${this.attemptId}`
  }

  /** The same address as only the pages' framework answers it: what the direct way is worth. */
  get indirectly(): string {
    return this.attempt.replace(/-(?=[^-]*$)/, '%2D')
  }

  /** Asks for the attempt, and knows it where it was given. */
  async begin(examId: string): Promise<Reply> {
    const reply = await this.change('POST', `/api/exam/v1/exams/${examId}/attempts`, {})
    if (reply.status === 200) this.attemptId = (jsonOf(reply) as { attemptId: string }).attemptId
    return reply
  }

  async start(examId: string): Promise<void> {
    jsonOf(await this.begin(examId))
  }

  async readPaper(): Promise<void> {
    const { questions } = jsonOf(await this.get(`${this.attempt}/paper`)) as { questions: PaperQuestion[] }
    this.keys = questions.flatMap((question) =>
      question.fields.map((field) => ({ field: `${question.slug}.${field.name}`, value: fillIn(field, this.number) })),
    )
  }

  /** So many answers to be saved, each newer than any before. */
  nextSave(count: number, from = 0) {
    this.revision += 1
    const saves = this.keys
      .slice(from, from + Math.min(count, 50))
      .map(({ field, value }) => ({ field, revision: this.revision, opId: randomUUID(), value }))
    return { epoch: 1, saves }
  }

  save(count: number, from = 0, framework = false): Promise<Reply> {
    return this.change('PUT', `${framework ? this.indirectly : this.attempt}/responses`, this.nextSave(count, from))
  }
}

export function jsonOf({ status, headers, body }: Reply): unknown {
  const text = (headers.get('content-encoding') === 'gzip' ? gunzipSync(body) : body).toString()
  if (status !== 200) throw new Error(`${status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** Students of the demo course, signed in, who have not begun. */
export async function seatStudents(client: pg.Client, port: number, secret: string, count: number) {
  const examId = await enrolStudents(client, count)
  const emails = Array.from({ length: count }, (_, number) => emailOf(number))
  const { rows } = await client.query<{ id: string; email: string }>(
    'select id, email from person where email = any ($1)',
    [emails],
  )
  const ids = new Map(rows.map(({ id, email }) => [email, id]))
  const students = await Promise.all(
    emails.map(async (email, number) => new LoadStudent(port, await sessionCookie(ids.get(email)!, secret), number)),
  )
  return { examId, students }
}
