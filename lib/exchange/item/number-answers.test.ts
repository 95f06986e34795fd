import { describe, expect, it } from 'vitest'
import { foundItem, Notes } from './found.ts'
import { type NumberAnswer, numberField } from './number-answers.ts'
import { numberParts } from './number-fields.ts'

const answer = (text: string, share = 1, tolerance = 0.5): NumberAnswer => ({ text, share, tolerance, says: null })
function made(...answers: NumberAnswer[]) {
  const notes = new Notes()
  return { field: numberField('x', 2, answers, notes), notes: notes.all }
}

describe('what is accepted for a number', () => {
  it('earns less the farther away it lies, in so many steps', () => {
    const { field, notes } = made(answer('10'), answer('10', 0.5, 1), answer('10', 0.4, 0.8), answer('10', 0.6, 2))
    expect(field?.wider).toEqual([{ tolerance: 1, earns: 0.5 }])
    expect(notes).toEqual(['The answer 10 stands there twice; it was taken once.'])
    const many = Array.from({ length: 12 }, (_, k) => answer('10', 0.9 - k / 20, 1 + k))
    expect(made(answer('10'), ...many).field?.wider).toHaveLength(10)
  })

  it('earns no more than all and no less than nothing', () => {
    expect(made(answer('10'), answer('5', -0.5), answer('3', 7)).field?.slips).toMatchObject([
      { value: '5', earns: 0 },
      { value: '3', earns: 1 },
    ])
    expect(made(answer('x'), answer('4', 0.5)).field).toBeNull()
  })

  it('leaves out what cannot be told from the truth or from another answer', () => {
    const { field } = made(answer('10'), answer('11', 0.5), answer('20', 0.5), answer('20.7', 0.3), answer('30', 0.2))
    const parts = field && numberParts([field], new Set())
    expect(Object.values(parts?.mistakes ?? {})).toMatchObject([{ steps: { x: 20 } }, { steps: { x: 30 } }])
    expect(parts?.notes.filter((note) => note.includes('too near'))).toEqual([
      'The answer 11, which earns 50 % there, is too near to another: left out.',
      'The answer 20.7, which earns 30 % there, is too near to another: left out.',
    ])
    const whole = made(answer('10', 1, 0), answer('10.0', 0.5, 0)).field
    expect(
      whole && numberParts([{ ...whole, slips: [{ value: '10', earns: 0.5, says: null }] }], new Set()).mistakes,
    ).toEqual({})
  })

  it('is told where it is nothing, and has a step of its own beside what is drawn', () => {
    const { field } = made(answer('0', 1, 0))
    const notes = new Notes()
    foundItem({ id: 'z', title: 'Z', was: 'number', body: ':answer[x]', fields: field ? [field] : [], notes })
    expect(notes.all).toEqual([
      'x: the right answer is 0. An answer that one has without any work is refused by the audit; ask for another value.',
    ])
    expect(field && numberParts([field], new Set(['x'])).answers.get('x')).toMatchObject({ step: 'x_right' })
  })
})
