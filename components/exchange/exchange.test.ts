import { expect, it } from 'vitest'
import { batches, kindsOf, type ReadQuestion, standingOf } from './exchange.ts'

const question: ReadQuestion = {
  name: 'q',
  title: 'Q',
  was: 'cloze',
  slug: 'q',
  source: 'x',
  fields: [],
  problems: [],
  notes: [],
}

it('tells what is ready, what needs work and what is left out', () => {
  const problems = [{ line: 1, column: 1, message: 'x' }]
  expect([question, { ...question, problems }, { ...question, source: null }].map(standingOf)).toEqual([
    'ready',
    'work',
    'lost',
  ])
})

it('counts the kinds of fields', () => {
  const fields = ['choice', 'number', 'choice'].map((kind, k) => ({ name: `f${k}`, kind }))
  expect(kindsOf({ ...question, fields })).toEqual([
    { kind: 'choice', n: 2 },
    { kind: 'number', n: 1 },
  ])
})

it('sends everything in batches that are small enough', () => {
  const many = Array.from({ length: 90 }, (_, k) => ({ slug: `q${k}`, source: 'x'.repeat(k % 2 === 0 ? 10 : 40_000) }))
  const small = Array.from({ length: 90 }, (_, k) => ({ slug: `q${k}`, source: 'x' }))
  expect(batches(small).map(({ length }) => length)).toEqual([40, 40, 10])
  const made = batches(many)
  expect(made.flat()).toEqual(many)
  for (const batch of made) {
    expect(batch.length).toBeLessThanOrEqual(40)
    expect(batch.reduce((sum, { source }) => sum + source.length, 0)).toBeLessThanOrEqual(600_000)
  }
  expect(batches([])).toEqual([])
})
