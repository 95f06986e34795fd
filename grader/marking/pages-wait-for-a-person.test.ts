import { expect, it } from 'vitest'
import { pageKey } from '../answers/pages.ts'
import type { RawAnswer } from '../answers/raw-answer.ts'
import { judgeOpenFields } from './judge-open-fields.ts'
import { openSheet } from './sheet.ts'
import { desk, paperExecutors } from './testing/desk.ts'
import { read } from './testing/questions.ts'

const question = read(
  `---
title: On paper
reference:
  two: 1 + 1
answers:
  two: { points: 1 }
  why: { kind: text, points: 2, rubric: [{ says: Names it, points: 2 }], upload: allowed }
  sketch: { kind: upload, points: 2, rubric: [{ says: Draws it, points: 2 }], solution: "{{two}}" }
---
:answer[two] :answer[why] :answer[sketch]
`,
  'on-paper',
)
const { variant, key } = desk(question, 'one')
const id = '11111111-1111-4111-8111-111111111111'
const page: RawAnswer = { kind: 'upload', page: id, sha256: 'ab'.repeat(32), images: [], place: 1 }

async function verdicts(answers: Record<string, RawAnswer | null>) {
  const sheet = openSheet(question, { id: 'one', variant, key, answers })
  await judgeOpenFields(question, sheet, paperExecutors())
  return ['why', 'sketch'].map((name) => [sheet.gradings.get(name)?.verdict, sheet.gradings.get(name)?.score])
}

it('a page is an answer, beside a text or alone; a person decides', async () => {
  const [empty, review] = [
    ['empty', 0],
    ['review', null],
  ]
  expect(await verdicts({})).toEqual([empty, empty])
  expect(await verdicts({ [pageKey('why', id)]: page })).toEqual([review, empty])
  expect(await verdicts({ why: null, [pageKey('sketch', id)]: page })).toEqual([empty, review])
  expect(await verdicts({ [pageKey('why', id)]: null, [pageKey('sketch', id)]: null })).toEqual([empty, empty])
})
