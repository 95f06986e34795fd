import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Batch, Executors } from '../backends/executor.ts'
import { refuseCheap } from './cheap.ts'
import { planFor } from './programs.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import type { FieldGrading, Verdict } from './verdict.ts'

const question = read(
  `---
title: A sum that may be cut off
parameters:
  x: [1, -2, 5, 3]
reference:
  a: 2 x
  c: 0.1 x
  n: relu(10 sum(a) + 1000) + sum(c)
answers:
  a: { points: 1, decimals: 1 }
  c: { points: 1, decimals: 1 }
  n: { points: 1, decimals: 1 }
---
:answer[a] :answer[c] :answer[n]
`,
  'cut-off',
)
const { variant, key } = desk(question, 'one')
const program = planFor(question, variant)
if (!program.ok) throw new Error(program.message)
const { plan } = program
const grid = (...values: (number | string)[]): RawAnswer => ({ kind: 'tensor', shape: [4], cells: values.map(String) })

type Verdicts = Partial<Record<'a' | 'c' | 'n', Verdict>>

/** A sheet whose last answer follows from a wrong one. */
function judged(
  answers: Record<string, RawAnswer>,
  verdicts: Verdicts = { a: 'wrong', c: 'right', n: 'through' },
): Sheet {
  const sheet = openSheet(question, { id: 'one', variant, key, answers })
  for (const [field, verdict] of Object.entries(verdicts)) {
    sheet.gradings.set(field, { field, kind: 'tensor', verdict, score: 0, points: 1 } as FieldGrading)
  }
  const findings = sheet.findings.get('n')
  if (findings) findings.through = { shape: [], data: [1] }
  return sheet
}

/** What was executed for it: per row the values in place of each step; and whether its points were refused. */
async function moved(...sheets: Sheet[]) {
  const { float64, ...rest } = paperExecutors()
  const batches: Batch[] = []
  const executors: Executors = {
    ...rest,
    float64: {
      name: 'float64',
      run: (of, batch) => {
        batches.push(batch)
        return float64.run(of, batch)
      },
    },
  }
  const again = await refuseCheap(question, plan, sheets, executors)
  const [batch] = batches
  const rows = (step: string) => {
    const data = Array.from(batch?.overrides?.[step]?.data ?? [], (value) => Number(value.toFixed(6)))
    return Array.from({ length: data.length / 4 }, (_, row) => data.slice(4 * row, 4 * row + 4))
  }
  return { again, batches: batches.length, rows, sheets }
}

const wrong = { a: grid(3, -4, 10, 6), c: grid(0.1, -0.2, 0.5, 0.3) }
const cut = { ...wrong, a: grid(-300, -4, 10, 6) }

describe('what follows from a wrong value', () => {
  it('is executed on the right values and on the own ones, each as they are and moved a little, unevenly, up and down', async () => {
    const { rows, batches } = await moved(judged(wrong))
    expect(batches).toBe(1)
    // a twentieth of the largest entry
    expect(rows('a')).toEqual([
      [2, -4, 10, 6],
      [2.5, -4.685, 10.87, 5.5],
      [3, -4, 10, 6],
      [3.5, -4.685, 10.87, 5.5],
    ])
    const c = [0.1, -0.2, 0.5, 0.3]
    expect(rows('c')).toEqual([c, c, c, c])
  })

  it('is moved by a twentieth of one where all is small', async () => {
    const { rows } = await moved(
      judged({ ...wrong, c: grid(0.9, -0.2, 0.5, 0.3) }, { a: 'right', c: 'wrong', n: 'through' }),
    )
    expect(rows('c')).toEqual([
      [0.1, -0.2, 0.5, 0.3],
      [0.15, -0.2685, 0.587, 0.25],
      [0.9, -0.2, 0.5, 0.3],
      [0.95, -0.2685, 0.587, 0.25],
    ])
  })

  it('has the right value where a cell was left blank', async () => {
    const { rows } = await moved(
      judged({ ...wrong, a: grid(3, '', 10, 6) }, { a: 'partial', c: 'right', n: 'through' }),
    )
    expect(rows('a')[2]).toEqual([3, Number.NaN, 10, 6])
    expect(rows('a')[3]).toEqual([3.5, -4.685, 10.87, 5.5])
  })

  it('is refused where it hangs on the right value, but not on the own one', async () => {
    const { again, sheets } = await moved(judged(cut), judged(wrong))
    expect(again).toBe(true)
    expect(sheets.map(({ findings }) => findings.get('n'))).toMatchObject([
      { cheap: true, through: null },
      { cheap: false, through: { data: [1] } },
    ])
    expect((await moved(judged(wrong))).again).toBe(false)
  })

  it('is refused without any execution where the value is trivial', async () => {
    const { again, batches, sheets } = await moved(judged({ ...wrong, a: grid(0, 0, 0, 0) }))
    expect(again).toBe(true)
    expect(batches).toBe(0)
    expect(sheets[0]?.findings.get('n')).toMatchObject({ cheap: true, through: null })
  })

  it('is refused once: what was refused before is not refused again', async () => {
    const sheet = judged(cut)
    expect((await moved(sheet)).again).toBe(true)
    expect((await moved(sheet)).again).toBe(false)
  })
})

describe('what is not doubted', () => {
  it('is what does not follow', async () => {
    for (const n of ['right', 'wrong', 'partial', 'mistake'] as const) {
      expect((await moved(judged(cut, { a: 'wrong', n }))).batches).toBe(0)
    }
    expect((await moved(judged(cut, { a: 'wrong' }))).batches).toBe(0)
  })

  it('is what follows from values that are right, named or not judged', async () => {
    for (const a of ['right', 'through', 'mistake', 'convention'] as const) {
      expect((await moved(judged(cut, { a, n: 'through' }))).batches).toBe(0)
    }
    expect((await moved(judged(cut, { n: 'through' }))).batches).toBe(0)
    expect((await moved(judged(cut, { a: 'partial', n: 'through' }))).batches).toBe(1)
  })

  it('is what does not follow from them, because they are out of reach', async () => {
    expect((await moved(judged({ ...wrong, a: grid(1e15, 1, 2, 3) }))).batches).toBe(0)
  })
})
