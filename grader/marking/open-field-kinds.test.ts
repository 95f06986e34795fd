import { describe, expect, it } from 'vitest'
import type { RawAnswer } from '../answers/raw-answer.ts'
import type { Executors } from '../backends/executor.ts'
import { BackendLost } from '../backends/unavailable.ts'
import { shownId } from '../question/variant.ts'
import { judgeOpenFields } from './judge-open-fields.ts'
import { openSheet } from './sheet.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: Of every open kind
reference:
  two: 1 + 1
answers:
  two: { points: 1 }
  one: { kind: choice, points: 1, options: { right: L1, others: [L2, L3] } }
  proof: { kind: order, points: 2, lines: [first, second, third] }
  why: { kind: text, points: 2, rubric: [{ says: Names it, points: 2 }] }
  net: { kind: layers, points: 3, input: [16, 16, 3], output: [2], budget: 2000 }
  f: { kind: formula, points: 1, equals: "2 n", symbols: { n: integer 1..9 } }
---
:answer[two] :answer[one] :answer[proof] :answer[why] :answer[net] :answer[f]
`,
  'open-kinds',
)
const { variant, key } = desk(question, 'one')
const formula: RawAnswer = { kind: 'formula', notation: 'text', source: 'n + n' }

async function judged(answers: Record<string, RawAnswer>, executors: Executors = paperExecutors()) {
  const sheet = openSheet(question, { id: 'one', variant, key, answers })
  await judgeOpenFields(question, sheet, executors)
  return sheet.gradings
}
const failing = (error: unknown): Executors => ({
  ...paperExecutors(),
  formulas: { judge: () => Promise.reject(error) },
})

describe('the fields that are not the value of a step', () => {
  it('are judged each by its kind; computed ones are left alone', async () => {
    const blank = await judged({ two: { kind: 'number', text: '2' } })
    expect([...blank].map(([name, { kind, verdict }]) => [name, kind, verdict])).toEqual([
      ['one', 'choice', 'empty'],
      ['proof', 'order', 'empty'],
      ['why', 'text', 'empty'],
      ['net', 'layers', 'empty'],
      ['f', 'formula', 'empty'],
    ])
  })

  it('are judged by what was answered', async () => {
    const id = (field: string, authored: number) => shownId(variant.arrangement[field]?.indexOf(authored) ?? -1)
    const gradings = await judged({
      one: { kind: 'choice', chosen: [id('one', 0)] },
      proof: { kind: 'order', lines: [0, 1, 2].map((k) => id('proof', k)) },
      net: {
        kind: 'layers',
        rows: [{ layer: 'dense', units: '2', kernel: '', stride: '', padding: '', activation: '' }],
      },
      f: formula,
    })
    expect([...gradings.values()].map(({ verdict }) => verdict)).toEqual(['right', 'right', 'empty', 'wrong', 'right'])
  })

  it('of free text wait for a person, unless they are blank', async () => {
    const common = { field: 'why', kind: 'text', points: 2 }
    expect((await judged({ why: { kind: 'text', markdown: 'Because.' } })).get('why')).toEqual({
      ...common,
      verdict: 'review',
      score: null,
    })
    expect((await judged({ why: { kind: 'text', markdown: ' ' } })).get('why')).toEqual({
      ...common,
      verdict: 'empty',
      score: 0,
    })
  })

  it('are broken where judging them throws, each by itself', async () => {
    const gradings = await judged({ f: formula }, failing(new Error('no such kernel')))
    expect(gradings.get('f')).toEqual({
      field: 'f',
      kind: 'formula',
      points: 1,
      verdict: 'broken',
      score: null,
      staffNote: 'Grading failed: no such kernel',
    })
    expect(gradings.get('net')?.verdict).toBe('empty')
    expect((await judged({ f: formula }, failing('no words'))).get('f')?.staffNote).toBe('Grading failed: no words')
  })

  it('are not judged where the backend is lost: all is graded again', async () => {
    await expect(judged({ f: formula }, failing(new BackendLost('cpu hangs')))).rejects.toBeInstanceOf(BackendLost)
  })
})
