import { describe, expect, it } from 'vitest'
import type { Executor } from '../../backends/executor.ts'
import { float64Executor } from '../../backends/float64.ts'
import { tfjsExecutor } from '../../backends/tfjs.ts'
import { bankQuestions } from '../../commands/flips.ts'
import { gru } from '../../marking/testing/questions.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { countFlips, type QuestionFlips } from './count-flips.ts'

// `npm run flips` does the same with a thousand sheets, and on WebGPU where it can start
const variants = 4
const questions = bankQuestions()
const found = new Map<string, Promise<QuestionFlips>>()

/** Counted once for each question. A layer table is a network to run, so there are fewer of them. */
function flipsOf(question: QuestionDefinition): Promise<QuestionFlips> {
  const sheets = question.answers.some(({ kind }) => kind === 'layers') ? 8 : 40
  const counted = found.get(question.slug) ?? countOn(question, sheets)
  found.set(question.slug, counted)
  return counted
}

async function countOn(question: QuestionDefinition, sheets: number): Promise<QuestionFlips> {
  const backends = await Promise.all([tfjsExecutor('wasm'), tfjsExecutor('cpu')])
  return countFlips(question, { sheets, variants, backends })
}

describe('random answers', () => {
  it.each(questions)('to $slug are graded the same on wasm, cpu and float64', async (question) => {
    const { backends } = await flipsOf(question)
    for (const { flips, others, found: words } of backends) expect([flips, others, words]).toEqual([0, 0, []])
    expect(backends.map(({ backend }) => backend)).toEqual(['wasm', 'cpu'])
  })

  it('give every verdict that can be computed, so that there is something to flip', async () => {
    const all = new Set<string>()
    for (const question of questions) for (const verdict in (await flipsOf(question)).verdicts) all.add(verdict)
    const wanted = ['right', 'through', 'convention', 'mistake', 'partial', 'wrong', 'empty', 'unreadable']
    expect(wanted.filter((verdict) => !all.has(verdict))).toEqual([])
  })

  it('show a backend whose results are off', async () => {
    const float64 = float64Executor()
    const off: Executor = {
      name: 'cpu',
      async run(plan, batch) {
        const run = await float64.run(plan, batch)
        return { ...run, s_next: { shape: [3], data: (run.s_next?.data ?? new Float64Array()).map((x) => x + 0.01) } }
      },
    }
    const [found] = (await countFlips(gru, { sheets: 20, variants: 2, backends: [off] })).backends
    expect(found?.flips).toBeGreaterThan(5)
    expect(found?.found[0]).toMatch(/^flips-\d\S* s_next: .* → broken null The two executions of s_next do not agree/)
  })
})
