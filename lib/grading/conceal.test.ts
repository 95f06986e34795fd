import { describe, expect, it } from 'vitest'
import { everything, type Shows } from '../release/shows.ts'
import { conceal } from './conceal.ts'
import type { Result } from './result.ts'

const options = Object.keys(everything) as (keyof Shows)[]

/** Which options must be on for each secret to be read; a secret that is nowhere here must never be. */
const needs: Record<string, (keyof Shows)[]> = {
  total: ['points'],
  earned: ['points'],
  score: ['points', 'verdicts'],
  'review-points': ['points', 'reviewed'],
  'review-comment': ['comments', 'reviewed'],
  'ticked-item': ['comments', 'reviewed'],
  mark: ['comments', 'reviewed'],
  'item-points': ['comments', 'points', 'reviewed'],
  verdict: ['verdicts'],
  cell: ['verdicts'],
  'first-wrong': ['verdicts'],
  divergence: ['verdicts'],
  slip: ['verdicts'],
  expected: ['expected'],
  'expected-nodes': ['expected'],
  accepted: ['expected'],
  seed: ['expected'],
  digest: ['expected'],
  through: ['expected', 'verdicts'],
  counterexample: ['expected', 'verdicts'],
  message: ['expected', 'verdicts'],
  said: ['expected', 'verdicts'],
  property: ['expected', 'verdicts'],
  'message-nodes': ['expected', 'verdicts'],
  own: ['expected', 'verdicts'],
  solved: ['solutions'],
}

/** A result in which everything that can be held back is a word that can be looked for. */
const planted = () =>
  ({
    exam: { id: 'e', title: 'Exam' },
    state: 'ready',
    hidden: '<never>',
    points: { earned: '<total>', possible: 10, waiting: 0 },
    receipt: { submissionId: 's', code: 'c', frozenAt: 'f', execution: null },
    questions: [
      {
        slug: 'q',
        title: 'Q',
        points: 3,
        earned: '<earned>',
        paper: { slug: 'q', title: 'Q', points: 3, nodes: [], fields: [] },
        solved: ['<solved>'],
        firstWrongStep: '<first-wrong>',
        divergence: { field: '<divergence>', cell: 0 },
        slips: [{ field: '<slip>', named: true }],
        key: '<never>',
        receipt: { version: 'v', seed: '<seed>', inputs: 'i', outputs: '<digest>', execution: {} },
        fields: [
          {
            name: 'y',
            answer: { kind: 'number', text: '1' },
            pages: [{ page: 'p', sheets: [{ sheet: 0, layers: ['<mark>'] }] }],
            own: { shape: [], data: ['<own>'] },
            after: [],
            secret: '<never>',
            grading: {
              field: 'y',
              kind: 'number',
              verdict: '<verdict>',
              score: '<score>',
              points: 2,
              cells: ['<cell>'],
              message: '<message>',
              through: { shape: [], data: ['<through>'] },
              firstWrong: true,
              counterexample: { at: [], answer: null, right: '<counterexample>', equation: false },
              staffNote: '<never>',
              cheap: '<never>',
              parsed: '<never>',
            },
            earned: '<earned>',
            expected: '<expected>',
            expectedNodes: ['<expected-nodes>'],
            accepted: { smallest: '<accepted>' },
            bands: ['<never>'],
            said: [{ kind: 'mistake', nodes: ['<said>'] }],
            properties: [{ held: true, nodes: ['<property>'] }],
            messageNodes: ['<message-nodes>'],
            review: {
              points: '<review-points>',
              comment: ['<review-comment>'],
              reviewer: '<never>',
              base: 'zero',
              items: [
                { nodes: ['<ticked-item>'], points: '<item-points>', ticked: true, id: '<never>' },
                { nodes: ['<never>'], points: '<never>', ticked: false },
              ],
              adjustment: '<review-points>',
            },
          },
        ],
      },
    ],
  }) as unknown as Result

const chosen = (number: number) =>
  Object.fromEntries(options.map((option, k) => [option, ((number >> k) & 1) === 1])) as Shows

describe('what is not released', () => {
  it('is in no byte of a result, whatever is chosen; what is released is there', () => {
    for (let number = 0; number < 1 << options.length; number += 1) {
      const shows = chosen(number)
      const said = JSON.stringify(conceal(planted(), shows))
      const found = [...new Set(said.match(/<[a-z-]+>/g))].map((word) => word.slice(1, -1))
      const allowed = Object.keys(needs).filter((secret) => needs[secret]?.every((option) => shows[option]))
      expect(found.sort(), JSON.stringify(shows)).toEqual(allowed.sort())
    }
  })

  it('still says why an answer could not be read where verdicts are shown', () => {
    const result = planted()
    const [field] = result.questions[0]?.fields ?? []
    if (field?.grading) Object.assign(field.grading, { verdict: 'unreadable', message: 'Two points in one number.' })
    expect(JSON.stringify(conceal(result, { ...everything, expected: false }))).toContain('Two points in one number.')
  })
})
