import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executors } from '../backends/executor.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import type { VariantKey } from '../question/variant.ts'
import { composeAlternatives, composePairs } from './compose.ts'
import { judgeSheet } from './judge-sheet.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { desk, movedBy, paperExecutors, withBackend } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import type { Verdict } from './verdict.ts'

const question = read(
  `---
title: Three boxes
parameters:
  x: [2, 3, 5]
reference:
  a: 2 x
  b: a + 10
  n: sum(b)
answers:
  a: { points: 1, decimals: 1 }
  b: { points: 1, decimals: 1 }
  n: { points: 1, decimals: 1 }
mistakes:
  cubed: { steps: { a: "x .* x .* x" }, says: A cube. }
  minus: { steps: { b: a - 10 }, says: A sign. }
  doubled: { steps: { n: 2 sum(b) }, says: Twice. }
---
:answer[a] :answer[b] :answer[n]
`,
  'three-boxes',
)
const { variant, key } = desk(question, 'one')
const grid = (...values: number[]): RawAnswer => ({ kind: 'tensor', shape: [3], cells: values.map(String) })
const number = (value: number): RawAnswer => ({ kind: 'number', text: String(value) })

type Answers = Record<string, RawAnswer | null>
interface Given {
  of?: QuestionDefinition
  with?: Partial<VariantKey>
  executors?: Executors
  as?: Record<string, Verdict>
}

const opened = (answers: Answers, { of = question, with: changed = {}, as = {} }: Given = {}) => {
  const sheet = openSheet(of, { id: 'one', variant, key: { ...key, ...changed }, answers })
  judgeSheet(of, sheet)
  for (const [field, verdict] of Object.entries(as)) {
    const grading = sheet.gradings.get(field)
    if (grading) grading.verdict = verdict
  }
  return sheet
}

/** What was added to a field: candidates that came near, and how many of which kind were computed. */
const added = (sheet: Sheet, name: string, before: Sheet) => {
  const [found, old] = [sheet.findings.get(name), before.findings.get(name)]
  const of = (kind: 'authored' | 'automatic' | 'pairs') => (found?.tried[kind] ?? 0) - (old?.tried[kind] ?? 0)
  return {
    near: found?.candidates.slice(old?.candidates.length) ?? [],
    tried: [of('authored'), of('automatic'), of('pairs')],
  }
}

async function tried(answers: Answers, name: string, given: Given = {}, compose = composeAlternatives) {
  const sheet = opened(answers, given)
  const found = await compose(given.of ?? question, [sheet], given.executors ?? paperExecutors())
  return { ...added(sheet, name, opened(answers, given)), found: found.has(sheet) }
}

/** A slip in a, then a sign in b. */
const own = { a: grid(4, 9.5, 11), b: grid(-6, -0.5, 1), n: null }
const nonsense = { a: null, b: grid(77.1, 0.4, 13.9), n: null }

describe('an answer that nothing explains', () => {
  it('is tried with the alternatives that come in after the earlier answers', async () => {
    const { near, ...rest } = await tried(own, 'b')
    expect(rest).toEqual({ tried: [1, 0, 0], found: true })
    expect(near).toMatchObject([{ alternative: { id: 'minus' }, value: { shape: [3], data: [-6, -0.5, 1] } }])
    expect(near[0]).not.toHaveProperty('bands')
    expect(near[0]).not.toHaveProperty('base')
    expect(near[0]).not.toHaveProperty('parts')
  })

  it('is tried with those of blank boxes before it as well, and what is not near is only counted', async () => {
    expect(await tried(nonsense, 'b')).toEqual({ near: [], tried: [2, 0, 0], found: false })
  })

  it('is compared in its own shape', async () => {
    const { near } = await tried({ ...own, n: number(-11) }, 'n')
    expect(near).toMatchObject([{ alternative: { id: 'doubled' }, value: { shape: [], data: [-11] } }])
  })

  it('is any that is wrong or partly right, and no other', async () => {
    for (const verdict of ['wrong', 'partial'] as const) {
      expect((await tried(nonsense, 'b', { as: { b: verdict } })).tried).toEqual([2, 0, 0])
    }
    for (const verdict of ['right', 'through', 'mistake', 'convention', 'broken', 'empty'] as const) {
      expect((await tried(nonsense, 'b', { as: { b: verdict } })).tried).toEqual([0, 0, 0])
    }
    const unjudged = openSheet(question, { id: 'one', variant, key, answers: nonsense })
    expect((await composeAlternatives(question, [unjudged], paperExecutors())).size).toBe(0)
  })

  it('is not tried after a trivial answer', async () => {
    expect((await tried({ ...own, a: grid(0, 0, 0) }, 'b')).tried).toEqual([0, 0, 0])
    expect((await tried({ ...own, a: grid(0, 0, 0), n: number(3) }, 'n')).tried).toEqual([0, 0, 0])
  })

  it('is tried sheet by sheet in one batch a program', async () => {
    let batches = 0
    const executors = withBackend((run) => {
      batches += 1
      return run
    })
    const sheets = [opened(own), opened({ ...own, a: grid(4, 9.5, 12), b: grid(-6, -0.5, 2) })]
    expect(await composeAlternatives(question, sheets, executors)).toEqual(new Set(sheets))
    expect(batches).toBe(1)
  })

  it('is explained by nothing that the second execution does not give', async () => {
    const executors = withBackend((run) => movedBy(run, 1))
    expect(await tried(own, 'b', { executors })).toEqual({ near: [], tried: [1, 0, 0], found: false })
  })

  it('is compared in the bands of the alternative, where the key has them, and with what follows without it', async () => {
    const off = { ...own, b: grid(-6, -0.5, 1.9) }
    expect((await tried(off, 'b')).near).toEqual([])
    const bands = { minus: { b: [1, 1, 1] } }
    expect((await tried(off, 'b', { with: { alternativeBands: bands } })).near).toMatchObject([{ bands: [1, 1, 1] }])
    expect((await tried(off, 'b', { with: { alternativeBands: {} } })).near).toEqual([])
    const sheet = opened(own)
    const through = { shape: [3], data: [14, 19.5, 21] }
    Object.assign(sheet.findings.get('b') ?? {}, { through })
    await composeAlternatives(question, [sheet], paperExecutors())
    expect(sheet.findings.get('b')?.candidates.at(-1)?.base).toBe(through)
  })
})

describe('an alternative', () => {
  const without = (id: string, ...fields: string[]) => {
    const left = Object.entries(key.alternatives[id] ?? {}).filter(([field]) => !fields.includes(field))
    return { alternatives: { ...key.alternatives, [id]: Object.fromEntries(left) } }
  }
  const slips = (...ids: string[]): QuestionDefinition => ({
    ...question,
    version: `slips ${ids}`,
    alternatives: question.alternatives.map((each) => ({ ...each, automatic: ids.includes(each.id) })),
  })

  it('is not tried in a box that it does not change', async () => {
    expect((await tried(own, 'b', { with: without('minus', 'b') })).tried).toEqual([0, 0, 0])
  })

  it('that is automatic is tried wherever the variant offers it', async () => {
    const given = { of: slips('minus'), with: without('minus', 'b') }
    expect(await tried(own, 'b', given)).toMatchObject({ tried: [0, 1, 0], found: true })
    const { minus: _minus, ...alternatives } = key.alternatives
    expect((await tried(own, 'b', { of: slips('minus'), with: { alternatives } })).tried).toEqual([0, 0, 0])
  })

  it('whose program is none is passed over', async () => {
    const [cubed] = question.alternatives
    const step = {
      name: 'b',
      source: 'nowhere',
      expression: { kind: 'name', name: 'nowhere', span: { start: 0, end: 7 } },
    }
    const broken = { ...cubed, id: 'minus', steps: [{ ...cubed?.steps[0], ...step }] }
    const of = { ...question, version: 'broken', alternatives: [broken] } as QuestionDefinition
    expect(await tried(own, 'b', { of })).toEqual({ near: [], tried: [1, 0, 0], found: false })
  })
})

describe('two alternatives at once', () => {
  const pairs = (answers: Answers, name: string) => tried(answers, name, {}, composePairs)

  it('are tried where both come in', async () => {
    const { near, ...rest } = await pairs({ a: null, b: grid(-2, 17, 115), n: null }, 'b')
    expect(rest).toEqual({ tried: [0, 0, 1], found: true })
    expect(near).toMatchObject([{ parts: [{ id: 'cubed' }, { id: 'minus' }], value: { data: [-2, 17, 115] } }])
    expect((await pairs(own, 'b')).tried).toEqual([0, 0, 0])
  })

  it('are not tried for zeros', async () => {
    expect((await pairs({ a: null, b: grid(0, 0, 0), n: null }, 'b')).tried).toEqual([0, 0, 0])
  })
})
