import { describe, expect, it } from 'vitest'
import { tfjsExecutor } from '../backends/tfjs.ts'
import { problemsOf } from '../question/testing/read-sample.ts'
import { desk, fieldOf, paperExecutors, verdicts } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import { rounded, typed, work } from './testing/student.ts'

const source = `---
title: Backwards through two layers
decimals: 3
parameters:
  x: decimals([3], -2, 2, 1)
  W_1: decimals([2, 3], -2, 2, 1)
  b_1: decimals([2], -1, 1, 1)
  W_2: decimals([3, 2], -2, 2, 1)
  k: integer(1, 3)
reference:
  z: W_1 x + b_1
  h: tanh(z)
  s: W_2 h
  p: softmax(s)
  L: -log_softmax(s)[k]
  ds: gradient(L, s)
  dW_2: gradient(L, W_2)
  dh: gradient(L, h)
  dz: gradient(L, z)
  dW_1: gradient(L, W_1)
  db_1: gradient(L, b_1)
answers:
  h: { points: 1 }
  p: { points: 1 }
  L: { points: 1 }
  ds: { points: 2 }
  dW_2: { points: 2 }
  dh: { points: 2 }
  dz: { points: 2 }
  dW_1: { points: 2 }
  db_1: { points: 1 }
mistakes:
  not-minus-one:
    steps: { ds: p }
    says: The right class is missing.
    earns: 0.25
  no-derivative:
    steps: { dz: dh }
    says: You left the derivative of tanh out.
    earns: 0.5
  other-activation:
    steps: { h: sigmoid(z) }
    says: This network has tanh.
  bias-forgotten:
    steps: { z: W_1 x }
    says: You forgot the bias.
  descent:
    steps: { dW_1: "-gradient(L, W_1)" }
    says: This is the direction of the step.
    earns: 0.5
---
Forwards: :answer[h] :answer[p] :answer[L]. Backwards: :answer[ds] :answer[dW_2] :answer[dh] :answer[dz]
:answer[dW_1] :answer[db_1].
`

const question = read(source, 'backward-pass')

const seeds = Array.from({ length: 6 }, (_, k) => `seed-${k}`)
const all = (verdict: string) => Object.fromEntries(question.answers.map(({ name }) => [name, verdict]))

describe('a backward pass, asked step by step', () => {
  it.each(seeds)('is right for a student who rounds each step (%s)', async (seed) => {
    const { variant, grade } = desk(question, seed)
    const grading = await grade(typed(question, variant, work(question, variant, { write: rounded(3) })))
    expect(verdicts(grading)).toEqual(all('right'))
  })

  it('names a mistake in a gradient and follows it further back', async () => {
    const { variant, grade } = desk(question, 'back')
    const grading = await grade(
      typed(question, variant, work(question, variant, { alternative: 'no-derivative', write: rounded(3) })),
    )
    expect(verdicts(grading)).toEqual({ ...all('right'), dz: 'mistake', dW_1: 'through', db_1: 'through' })
    expect(fieldOf(grading, 'dz')).toMatchObject({ named: { id: 'no-derivative' }, firstWrong: true })
    expect(grading.firstWrongStep).toBe('dz')
  })

  it('follows a wrong gradient at the loss through all that comes from it', async () => {
    const { variant, grade } = desk(question, 'loss')
    const grading = await grade(typed(question, variant, work(question, variant, { alternative: 'not-minus-one' })))
    expect(verdicts(grading)).toEqual({
      ...all('through'),
      h: 'right',
      p: 'right',
      L: 'right',
      ds: 'mistake',
    })
  })

  it('differentiates what an alternative computes', async () => {
    const { variant, grade } = desk(question, 'activation')
    const grading = await grade(typed(question, variant, work(question, variant, { alternative: 'other-activation' })))
    expect(fieldOf(grading, 'h')).toMatchObject({ verdict: 'mistake', named: { id: 'other-activation' } })
    expect(Object.values(verdicts(grading))).not.toContain('wrong')
    // tanh' of the student's own h is not the sigmoid's: only the alternative explains this
    expect(fieldOf(grading, 'dz')).toMatchObject({ named: { id: 'other-activation' } })
  })

  it('names a wrong sign', async () => {
    const { variant, grade } = desk(question, 'minus')
    const grading = await grade(typed(question, variant, work(question, variant, { alternative: 'descent' })))
    expect(verdicts(grading)).toEqual({ ...all('right'), dW_1: 'mistake' })
  })

  it('does not take a wrong loss for a wrong gradient', async () => {
    const { variant, grade } = desk(question, 'number')
    const grading = await grade({
      ...typed(question, variant, work(question, variant)),
      L: { kind: 'number', text: '17.5' },
    })
    expect(verdicts(grading)).toEqual({ ...all('right'), L: 'wrong' })
  })

  it('is certified by a backend', async () => {
    const { variant, grade } = desk(question, 'backend', { ...paperExecutors(), tfjs: await tfjsExecutor('wasm') })
    const grading = await grade(typed(question, variant, work(question, variant, { alternative: 'no-derivative' })))
    expect(verdicts(grading)).toMatchObject({ dh: 'right', dz: 'mistake', dW_1: 'through' })
  })
})

describe('a question file that differentiates', () => {
  it('is told where the gradient does not exist', () => {
    const broken = source.replace('db_1: gradient(L, b_1)', 'db_1: gradient(p, b_1)')
    expect(problemsOf(broken)).toEqual(['21:18 db_1: gradient needs a scalar step; p is 3.'])
    const free = source.replace('z: W_1 x + b_1', 'z: W_1 x')
    expect(problemsOf(free)).toEqual(['21:21 db_1: L does not depend on b_1, so there is no gradient.'])
  })

  it('can not print one that is no step', () => {
    expect(problemsOf(source.replace('Forwards:', 'Forwards {{gradient(z, x)}}:'))).toContainEqual(
      expect.stringMatching(/A gradient can not be printed as such/),
    )
  })
})
