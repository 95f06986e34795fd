import { describe, expect, it } from 'vitest'
import type { AnswerField } from '../../grader/question/definition.ts'
import { acceptedBand } from './accepted.ts'

const place = { line: 1, column: 1, points: 1, after: [] }
const number = (name: string, decimals: number): AnswerField => ({
  ...place,
  name,
  label: name,
  kind: 'number',
  step: name,
  decimals,
})
const band = (bands: number[], decimals = 3, leniency = 1, others: AnswerField[] = []) => {
  const field = number('y', 3)
  return acceptedBand(field, { answers: [field, ...others], decimals, leniency }, { bands: { y: bands } })
}

describe('the band of a field in few numbers', () => {
  it('is exact where no entry may differ', () => {
    expect(band([0, 0])).toMatchObject({ why: 'exact', largest: 0 })
  })

  it('is the rounding of the field itself where nothing is rounded before it', () => {
    expect(band([0.0005, 0.0005])).toMatchObject({ why: 'rounding', decimals: 3 })
    expect(band([0.001], 3, 2)).toMatchObject({ why: 'rounding', leniency: 2 })
  })

  it('is that of every step on the way where it is wider, with the decimals if they are the same everywhere', () => {
    expect(band([0.0007, 0.0015])).toMatchObject({ why: 'steps', smallest: 0.0007, largest: 0.0015, decimals: 3 })
    expect(band([0.0015], 2)).toMatchObject({ why: 'steps', decimals: null })
    expect(band([0.0015], 3, 1, [number('x', 1)])).toMatchObject({ why: 'steps', decimals: null })
  })

  it('is none where nothing is computed', () => {
    const text: AnswerField = {
      ...place,
      name: 'y',
      label: 'y',
      kind: 'text',
      rubric: [],
      upload: false,
      maximumLength: 9,
      solution: null,
    }
    expect(acceptedBand(text, { answers: [], decimals: 3, leniency: 1 }, { bands: {} })).toBeNull()
  })
})
