import { afterAll, describe, expect, it } from 'vitest'
import { formulaField } from '../testing/field.ts'
import { guardedJudge } from './guarded-judge.ts'

const field = formulaField({ equals: 'x^2 + 1', symbols: ['x'] })
const wild = guardedJudge({ thread: new URL('./testing/endless-thread.ts', import.meta.url) })
const guard = guardedJudge()
const text = (source: string) => ({ notation: 'text' as const, source })

afterAll(() => Promise.all([wild.stop(), guard.stop()]))

// a thread starts slowly on a busy machine
describe('formulas judged in a thread', { timeout: 90_000 }, () => {
  it('come out as in this process', async () => {
    expect((await guard.judge(field, text('1 + x x'))).grading).toEqual({ verdict: 'right', score: 1 })
    const { grading, evidence } = await guard.judge(field, text('x^2'))
    expect(grading).toMatchObject({ verdict: 'wrong', score: 0, counterexample: { equation: false } })
    expect(evidence[0]?.value.length).toBeGreaterThanOrEqual(8)
    expect((await guard.judge(field, text('x^'))).grading.verdict).toBe('unreadable')
  })

  it.each(['x + endless', 'x + memory', 'x + leaves'])(
    '%s: is stopped and waits for a person, and others go on',
    async (source) => {
      const started = performance.now()
      const [before, endless, after] = await Promise.all([
        wild.judge(field, text('x^2 + 1')),
        wild.judge(field, text(source)),
        wild.judge(field, text('x^2 + 2')),
      ])
      expect(before.grading.verdict).toBe('right')
      expect(endless.grading).toMatchObject({ verdict: 'review', score: null })
      expect(after.grading.verdict).toBe('wrong')
      expect(performance.now() - started).toBeLessThan(60_000)
    },
  )

  it('passes on what was thrown', async () => {
    await expect(wild.judge(field, text('x + throws'))).rejects.toThrow('it threw')
    expect((await wild.judge(field, text('x^2 + 1'))).grading.verdict).toBe('right')
  })

  it('says so where no thread can start', async () => {
    const none = guardedJudge({ thread: new URL('./testing/no-such-thread.ts', import.meta.url) })
    await expect(none.judge(field, text('x'))).rejects.toThrow('cannot start')
  })
})
