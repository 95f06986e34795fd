import { describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import { parseQuestion } from './parse-question.ts'

const question = (form: string) => `---
title: A form
answers:
  gelu:
    kind: formula
    points: 1
    equals: x Phi(x)
    symbols: { x: -3..3 }
    form: ${form}
---
Write GELU: :answer[gelu]
`

function read(form: string) {
  const parsed = parseQuestion(question(form), 'form', operations)
  return parsed.ok ? parsed.question.answers[0] : parsed.problems
}

describe('the form of a formula field', () => {
  it('is read', () => {
    expect(read('{ allow: [Phi, exp], require: [Phi], forbid: [erf], simplified: true, earns: 0.5 }')).toMatchObject({
      form: { allow: ['Phi', 'exp'], require: ['Phi'], forbid: ['erf'], simplified: true, earns: 0.5 },
    })
    expect(read('{ simplified: true }')).toMatchObject({ form: { forbid: [], simplified: true, earns: 0 } })
  })

  it.each([
    ['{ forbid: [Phy] }', 9, 'There is no symbol or function “Phy” here. Did you mean “Phi”?'],
    ['{ forbid: [Phi] }', 9, 'The formula itself is not in the form it asks for: Phi may not be used here.'],
    ['{ require: [erf] }', 9, 'The formula itself is not in the form it asks for: erf must be used.'],
    ['{ simplified: perhaps }', 9, ''],
    ['{ earns: 2 }', 9, ''],
    ['{ forbids: [erf] }', 9, ''],
  ])('%s is refused', (form, line, message) => {
    const problems = read(form)
    expect(problems).toContainEqual(expect.objectContaining({ line, message: expect.stringContaining(message) }))
  })
})
