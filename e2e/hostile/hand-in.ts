import { expect, type Page } from '../setup/test.ts'
import { submissionOf } from '../sitting/drawn.ts'
import { hostileAnswer } from './answers.ts'

/** A request as a page would send it. Whatever is in it, it is answered. */
export async function send<T>(page: Page, method: string, path: string, data?: unknown): Promise<T> {
  const headers = { origin: process.env.REFEREE_ADDRESS ?? '', 'content-type': 'application/json' }
  const answer = await page.request.fetch(path, { method, headers, ...(data === undefined ? {} : { data }) })
  expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBe(200)
  return (await answer.json()) as T
}

interface Paper {
  questions: { slug: string; fields: { name: string; kind: string; shape?: number[] }[] }[]
}

export interface Sat {
  attemptId: string
  /** keys of fields, by their kind */
  keys: Record<string, string[]>
}

/** Begins the exam and answers every field of every kind with what must stay text; `texts` are taken by the first text fields. */
export async function sit(page: Page, examId: string, texts: string[]): Promise<Sat> {
  const { attemptId } = await send<{ attemptId: string }>(page, 'POST', `/api/exam/v1/exams/${examId}/attempts`, {})
  const attempt = `/api/exam/v1/attempts/${attemptId}`
  const { questions } = await send<Paper>(page, 'GET', `${attempt}/paper`)
  const fields = questions.flatMap(({ slug, fields }) =>
    fields.map((field) => ({ ...field, key: `${slug}.${field.name}` })),
  )
  const saves = fields.map((field, place) => ({
    field: field.key,
    revision: 1,
    opId: crypto.randomUUID(),
    value: hostileAnswer(field, place, texts),
  }))
  for (let from = 0; from < saves.length; from += 20)
    await send(page, 'PUT', `${attempt}/responses`, { epoch: 1, saves: saves.slice(from, from + 20) })
  const keys: Record<string, string[]> = {}
  for (const { kind, key } of fields) keys[kind] = [...(keys[kind] ?? []), key]
  return { attemptId, keys }
}

/** Hands in; something more comes too late. The submission's id. */
export async function handIn(page: Page, { attemptId, keys }: Sat, late: string): Promise<string> {
  const attempt = `/api/exam/v1/attempts/${attemptId}`
  const { epoch } = await send<{ epoch: number }>(page, 'GET', attempt)
  await send(page, 'POST', `${attempt}/submission`, { epoch, revisions: {} })
  const value = { kind: 'text', markdown: late }
  const save = { field: keys.text?.[0] ?? '', revision: 2, opId: crypto.randomUUID(), value }
  await send(page, 'PUT', `${attempt}/responses`, { epoch, saves: [save] })
  return submissionOf(attemptId)
}
