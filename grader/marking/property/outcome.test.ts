import { describe, expect, it } from 'vitest'
import { desk, fieldOf, paperExecutors, withBackend } from '../testing/desk.ts'
import { grid } from '../testing/properties.ts'
import { read } from '../testing/questions.ts'

/** Grades one answer of three entries to a field with one property. */
async function graded(that: string, cells: string, { decimals = 2, leniency = 1, executors = paperExecutors() } = {}) {
  const question = read(
    `---
title: Three numbers
leniency: ${leniency}
parameters:
  t: decimal(2.5, 2.5, 1)
reference:
  root: sqrt(2 t)
answers:
  v: { kind: property, points: 1, shape: [3], decimals: ${decimals}, holds: [{ that: "${that}", says: So. }], example: "[1, 1, 0]" }
---
{{t}} :answer[v]
`,
    'three',
  )
  const field = fieldOf(await desk(question, 'seed', executors).grade({ v: grid([3], cells) }), 'v')
  return { held: field.properties?.[0]?.held, ...field }
}

describe('what is rounded is allowed for', () => {
  it('entry by entry: as many half units as the comparison has entries', async () => {
    expect((await graded('sum(v) = 2', '1 0.5 0.515')).held).toBe(true)
    expect((await graded('sum(v) = 2', '1 0.5 0.516')).held).toBe(false)
    expect((await graded('10 v[1] = 5', '0.505 0 0')).held).toBe(true)
    expect((await graded('10 v[1] = 5', '0.506 0 0')).held).toBe(false)
    expect((await graded('v[1] <= 1', '1.005 0 0')).held).toBe(true)
    expect((await graded('v[1] < 1', '1.006 0 0')).held).toBe(false)
  })

  it('as the question is lenient', async () => {
    expect((await graded('sum(v) = 2', '1 0.5 0.525', { leniency: 2 })).held).toBe(true)
  })

  it('with the steps that lead to it, by their decimals', async () => {
    expect((await graded('v[1] = root', '2.2415 0 0')).held).toBe(true)
    expect((await graded('v[1] = root', '2.2426 0 0')).held).toBe(false)
  })

  it('not where both sides are whole, nor in an answer of whole numbers', async () => {
    expect((await graded('sum(v > 0) = 2', '1 0 0')).held).toBe(false)
    expect((await graded('sum(v > 0) = 2', '1 0.01 0')).held).toBe(true)
    expect((await graded('sum(v) / 2 = t', '3 2 0', { decimals: 0 })).held).toBe(true)
    expect((await graded('sum(v) / 2 = t', '3 3 0', { decimals: 0 })).held).toBe(false)
  })
})

describe('what can be said of an answer with a blank cell', () => {
  it('is what does not hang on it; of what counts or chooses nothing can be said', async () => {
    expect((await graded('sum(v > 0) = 1', '1 0 _')).held).toBe(null)
    expect((await graded('max(v[1], v[3]) = 1', '1 0 _')).held).toBe(null)
    expect((await graded('v > 0', '1 2 _')).held).toBe(null)
    expect((await graded('v > 0', '1 -2 _')).held).toBe(false)
    expect((await graded('v[1] + v[2] = 3', '1 2 _')).held).toBe(true)
  })

  it('costs itself where nothing else hangs on it', async () => {
    const partly = await graded('v[1] + v[2] = 3', '1 2 _')
    expect(partly).toMatchObject({
      verdict: 'partial',
      score: expect.closeTo(2 / 3, 9),
      cells: ['right', 'right', 'empty'],
    })
  })

  it('is certified with zero in its place', async () => {
    let blanks = 0
    const watching = withBackend((run, { parameters }) => {
      blanks += parameters.v?.data.filter(Number.isNaN).length ?? 0
      return run
    })
    expect((await graded('v[1] + v[2] = 3', '1 2 _', { executors: watching })).held).toBe(true)
    expect(blanks).toBe(0)
  })
})

describe('a value that is not finite', () => {
  it('holds nothing, and is nobody’s fault but the answer’s', async () => {
    expect(await graded('v / sum(v) = 1', '1 -1 0')).toMatchObject({ held: false, verdict: 'wrong' })
    expect(await graded('sqrt(v) = 1', '-4 1 1')).toMatchObject({ held: false, verdict: 'wrong' })
  })
})

describe('the cells that are blamed', () => {
  it('are those that what fails depends on', async () => {
    expect((await graded('v[1] + v[2] = 3', '1 1 5')).cells).toEqual(['wrong', 'wrong', 'right'])
    expect((await graded('v = 1', '1 2 1')).cells).toEqual(['right', 'wrong', 'right'])
    expect((await graded('v[2] >= 2', '1 1 1', { decimals: 0 })).cells).toEqual(['right', 'wrong', 'right'])
  })

  it('are all where moving one does not tell', async () => {
    expect((await graded('sum(v > 5) = 3', '1 1 2')).cells).toEqual(['wrong', 'wrong', 'wrong'])
  })
})
