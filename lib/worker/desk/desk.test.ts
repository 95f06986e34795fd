import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { AuthoringPreview, CheckAnswer, GradedPreview, SmallAudit } from '../../authoring/desk-answers.ts'
import type { DeskWork } from '../../authoring/desk-requests.ts'
import { Desk } from './desk.ts'

const sample = (name: string) =>
  readFileSync(path.join(import.meta.dirname, `../../../grader/question/testing/${name}.md`), 'utf8')
const gru = sample('gru-step')
const unfair = `---
title: Twice
parameters: { a: "decimal(1, 9, 1)" }
reference: { y: 2 a }
answers: { y: { points: 1 } }
mistakes:
  doubled: { steps: { y: a + a }, says: No }
---
Twice {{a}} is :answer[y]
`

const person = '00000000-0000-4000-8000-000000000001'
const desk = new Desk()
afterAll(() => desk.end())
const ask = async <T>(work: DeskWork, body: unknown) => (await desk.ask(work, person, body)) as T

/** What is expected in a field of a preview, as it is typed into a grid. */
function typed({ expected, paper }: AuthoringPreview, name: string, change = (value: number) => value) {
  const { value } = expected.find((field) => field.name === name) ?? { value: { shape: [], data: [] } }
  const { kind } = paper.fields.find((field) => field.name === name) ?? {}
  return { kind, shape: value.shape, cells: value.data.map((one) => change(one).toFixed(3)) }
}

describe('the desk', () => {
  it('checks a text without executing it, and says which version it would be', async () => {
    const sound = await ask<CheckAnswer>('check', { source: gru })
    expect(sound).toMatchObject({ ok: true, problems: [], title: 'One step of a GRU' })
    expect(sound.version).toMatch(/^[0-9a-f]{64}$/)
    const torn = await ask<CheckAnswer>('check', { source: gru.replace('W_o s', 'W_o x') })
    expect(torn.problems).toMatchObject([{ line: expect.any(Number), endColumn: expect.any(Number) }])
    await expect(ask('check', { source: gru, seed: 'x' })).rejects.toMatchObject({ status: 422 })
  }, 90_000)

  it('shows a text as a student would get it, and grades what is typed into it', async () => {
    const preview = await ask<AuthoringPreview>('preview', { source: gru, seed: 'first' })
    expect(preview).toMatchObject({ shown: 'asked', problems: [], graded: null, audit: { accepted: true } })
    expect(preview.paper.fields.map(({ name }) => name)).toContain('o')
    expect(preview.alternatives.length).toBeGreaterThan(2)
    const answers = { o: typed(preview, 'o'), i: typed(preview, 'i', (value) => value + 0.2) }
    const { graded, seed } = await ask<GradedPreview>('grade', { source: gru, seed: 'first', answers })
    expect(seed).toBe(preview.seed)
    const verdict = (name: string) => graded.fields.find((field) => field.name === name)?.grading?.verdict
    expect([verdict('o'), verdict('i'), verdict('c')]).toEqual(['right', 'wrong', 'empty'])
    const both = await ask<AuthoringPreview>('preview', { source: gru, seed: 'first', answers })
    expect(both.graded?.fields.map(({ grading }) => grading?.verdict)).toEqual(
      graded.fields.map(({ grading }) => grading?.verdict),
    )
    const strange = { o: { kind: 'choice', chosen: [] } }
    const refused = { status: 422, code: 'invalid' }
    await expect(ask('grade', { source: gru, seed: 'first', answers: strange })).rejects.toMatchObject(refused)
    const second = await ask<GradedPreview>('grade', { source: gru, seed: 'second', answers: { o: null } })
    expect(second.seed).not.toBe(seed)
    expect(second.graded.fields[0]?.grading?.verdict).toBe('empty')
  }, 150_000)

  it('shows what no exam would take with the reasons, and of a broken text the problems', async () => {
    const refused = await ask<AuthoringPreview>('preview', { source: unfair, seed: 'first' })
    expect(refused).toMatchObject({ shown: 'refused', audit: { accepted: false } })
    expect(refused.audit?.reasons.join()).toMatch(/doubled/)
    expect(refused.expected).toHaveLength(1)
    const torn = await ask<AuthoringPreview>('preview', { source: 'no question', seed: 'first' })
    expect(torn).toMatchObject({ shown: 'none', problems: [{ line: 1, column: 1 }] })
    const graded = ask('grade', { source: 'no question', seed: '1', answers: {} })
    await expect(graded).rejects.toMatchObject({ status: 422, code: 'invalid' })
  }, 150_000)

  it('tells after a few variants that a pool is unfair', async () => {
    expect(await ask<SmallAudit>('audit', { source: gru })).toMatchObject({ sound: true, report: { accepted: 4 } })
    const found = await ask<SmallAudit>('audit', { source: unfair })
    expect(found).toMatchObject({ sound: false, report: { accepted: 0 } })
    expect(found.report?.failures.join()).toMatch(/doubled/)
    expect(await ask<SmallAudit>('audit', { source: 'torn' })).toMatchObject({ report: null, sound: null })
  }, 150_000)
})
