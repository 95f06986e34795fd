import { expect, it } from 'vitest'
import type { PaperQuestion } from '../../../grader/answers/paper.ts'
import { keptAnswers, printKept } from './kept.ts'

const question = (slug: string, names: string[]) =>
  ({
    slug,
    title: `Question ${slug}`,
    fields: names.map((name) => ({ name, label: `Field ${name}` })),
  }) as PaperQuestion
const number = (text: string) => ({ kind: 'number' as const, text })
const row = (field: string, text: string) =>
  ({ field, epoch: 1, revision: 1, opId: field, value: number(text), monotonicMs: 0, wallMs: 0, fate: null }) as const

it('what lies on the device is named as the exam names it, with what took its place', () => {
  const questions = [question('a', ['x', 'y']), question('b', ['z'])]
  const nothing = { value: null, refused: null, replaced: null, late: false }
  const kept = keptAnswers(questions, [row('b.z', '3'), row('a.y', '2')], (key) =>
    key === 'b.z' ? { ...nothing, value: number('33'), replaced: { mine: number('3') } } : nothing,
  )
  expect(kept).toEqual([
    { key: 'a.y', number: 1, title: 'Question a', label: 'Field y', typed: '2', instead: null },
    { key: 'b.z', number: 2, title: 'Question b', label: 'Field z', typed: '3', instead: '33' },
  ])
  expect(printKept(kept)).toBe('1. Question a, Field y\n2\n\n2. Question b, Field z\n3\n')
})
