import { expect, it } from 'vitest'
import { parseExam } from './parse-exam.ts'

const read = (results: string) =>
  parseExam(`title: T\ncourse: C\nminutes: 60\nresults: ${results}\nquestions: [{ question: q }]\n`, 'e')

it('an exam may plan what is shown of its results, and from when', () => {
  const times = 'at: 2030-01-01T10:00+01:00, requests_until: 2030-01-08T09:00Z, requests_at_most: 2'
  expect(read(`{ shows: [points, verdicts], ${times} }`)).toMatchObject({
    ok: true,
    exam: {
      results: {
        shows: ['points', 'verdicts'],
        at: '2030-01-01T09:00:00.000Z',
        requestsUntil: '2030-01-08T09:00:00.000Z',
        requestsAtMost: 2,
      },
    },
  })
  expect(parseExam('title: T\ncourse: C\nminutes: 60\nquestions: [{ question: q }]\n', 'e')).toMatchObject({
    exam: { results: null },
  })
})

it.each([
  ['{ shows: [points, marks] }', 'line 4: “marks” cannot be shown.'],
  ['{ at: tomorrow }', 'line 4: at must be a time with its zone'],
  ['{ requests_until: 2030-01-08T09:00Z }', 'line 4: requests_until must be later than at.'],
  ['{ at: 2030-01-08T09:00Z, requests_until: 2030-01-08T09:00Z }', 'line 4: requests_until must be later than at.'],
  ['{ requests_at_most: 0 }', 'line 4: '],
  ['{ when: now }', 'line 4: '],
])('%s says what is wrong', (results, said) => {
  const parsed = read(results)
  expect(parsed.ok ? [] : parsed.problems.map(({ line, message }) => `line ${line}: ${message}`).join('\n')).toContain(
    said,
  )
})
