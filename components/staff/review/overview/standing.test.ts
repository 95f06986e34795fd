import { expect, it } from 'vitest'
import { byQuestion, type PartStanding } from './standing.ts'

const part = (number: number, field: string, more: Partial<PartStanding> = {}): PartStanding => ({
  field,
  number,
  title: `Question ${number}`,
  label: field,
  points: 1,
  answers: 5,
  waiting: 0,
  broken: 0,
  reviewed: 0,
  overridden: 0,
  claimed: [],
  assigned: [],
  mine: true,
  ...more,
})

it('shows the parts with which somebody has to do, and says how many others there are', () => {
  const parts = [
    part(1, 'quiet'),
    part(1, 'waits', { waiting: 1 }),
    part(1, 'done', { reviewed: 1 }),
    part(2, 'silent'),
    part(2, 'changed', { overridden: 1 }),
    part(2, 'given', { assigned: [{ personId: '1', name: 'Tara' }] }),
  ]
  expect(byQuestion(parts, false).map(({ shown, hidden }) => [shown.map(({ field }) => field), hidden])).toEqual([
    [['waits', 'done'], 1],
    [['changed', 'given'], 1],
  ])
  expect(byQuestion(parts, true).map(({ shown, hidden }) => [shown.length, hidden])).toEqual([
    [3, 0],
    [3, 0],
  ])
})
