import { describe, expect, it } from 'vitest'
import { correctionOf, policiesOf, type QuestionUse } from './uses.ts'

const use: QuestionUse = {
  examId: 'e',
  title: 'Sums',
  course: 'One',
  version: 'old',
  behind: true,
  untouched: false,
  sitting: 0,
  submissions: 1,
  mayCorrect: true,
  open: null,
  fields: ['total', 'why'].map((name) => ({ name, label: name })),
}

describe('how a question can be corrected in an exam', () => {
  it('is by what is published only where the exam has something else, and somebody can read it', () => {
    expect(policiesOf(use, 'new')).toEqual(['regrade', 'both', 'points'])
    expect(policiesOf({ ...use, behind: false }, 'new')).toEqual(['points'])
    expect(policiesOf(use, null)).toEqual(['points'])
  })

  it('names what is published, or the exam’s own version and those of its parts that are chosen', () => {
    const chosen = new Set(['why', 'of another exam'])
    expect(correctionOf(use, 'new', 'both', chosen)).toEqual({
      examId: 'e',
      version: 'new',
      policy: 'both',
      fields: [],
    })
    expect(correctionOf(use, 'new', 'points', chosen)).toEqual({
      examId: 'e',
      version: 'old',
      policy: 'points',
      fields: ['why'],
    })
  })
})
