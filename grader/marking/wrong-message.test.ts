import { describe, expect, it } from 'vitest'
import { desk, fieldOf } from './testing/desk.ts'
import { read } from './testing/questions.ts'
import { typed, work } from './testing/student.ts'

const question = read(
  `---
title: A map whose size is part of the answer
parameters:
  x: integers([4, 4], 1, 9)
  w: integers([3, 3], -2, 2)
  v: decimals([2], 1, 9, 3)
reference:
  y: conv2d(x, w, 1, 0)
  z: v .* v
answers:
  y: { points: 2, decimals: 0, resizable: true }
  z: { points: 1, decimals: 4 }
mistakes:
  padded:
    steps: { y: "conv2d(x, w, 1, 1)" }
    says: You padded the input.
---
:answer[y] :answer[z]
`,
  'map',
)
const { variant, key, grade } = desk(question, 'map')

describe('what a wrong answer is told', () => {
  it('its shape, where that differs', async () => {
    const cells = Array.from({ length: 9 }, (_, k) => String(k * 1000))
    expect(fieldOf(await grade({ y: { kind: 'tensor', shape: [3, 3], cells } }), 'y')).toMatchObject({
      verdict: 'wrong',
      score: 0,
      message: 'The right answer is 2×2; yours is 3×3.',
    })
  })

  it('its shape in brackets where one axis is asked for, so that it is not read as a value', async () => {
    const grown = read(
      `---
title: The large ones
parameters:
  v: integers([4], 1, 9)
reference:
  y: concat(v, v)
answers:
  y: { points: 1, decimals: 0, resizable: true }
---
:answer[y]
`,
      'grown',
    )
    const { grade } = desk(grown, 'grown')
    const told = async (shape: number[]) => {
      const cells = Array.from({ length: shape.reduce((a, b) => a * b) }, () => '77')
      return fieldOf(await grade({ y: { kind: 'tensor', shape, cells } }), 'y').message
    }
    expect(await told([2])).toBe('The right shape is [8]; yours is [2].')
    expect(await told([4, 3])).toBe('The right shape is [8]; yours is 4×3.')
  })

  it('the mistake, even where it has another shape', async () => {
    const answers = typed(question, variant, work(question, variant, { alternative: 'padded' }), 'padded')
    expect(answers.y).toMatchObject({ shape: [4, 4] })
    expect(fieldOf(await grade(answers), 'y')).toMatchObject({ verdict: 'mistake', named: { id: 'padded' } })
  })

  it('that it has too few decimals', async () => {
    const coarse = (key.expected.z?.data ?? []).map((value) => value.toFixed(1))
    expect(fieldOf(await grade({ z: { kind: 'tensor', shape: [2], cells: coarse } }), 'z')).toMatchObject({
      verdict: 'wrong',
      message: 'This is right to 1 decimal, but 4 were asked for.',
    })
  })

  it('nothing where nothing is known', async () => {
    const grading = fieldOf(await grade({ z: { kind: 'tensor', shape: [2], cells: ['-77.1234', '-78.1234'] } }), 'z')
    expect(grading).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(grading.message).toBeUndefined()
  })
})
