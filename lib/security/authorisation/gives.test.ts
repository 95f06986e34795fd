import { expect, it } from 'vitest'
import { always, but, instructors, staffOfSubmission } from './gives.ts'

it('says what everybody gets, the last exception that fits before all', () => {
  const base = always(404, { students: 403, staff: 'ok', administrator: 'ok', nobody: 401 })
  const gives = but(base, { sat: 409, readable: { owner: 'ok' }, released: { leaders: 503, nobody: 422 } })
  expect([gives('instructor', 'draft'), gives('instructor', 'closed'), gives('owner', 'closed')]).toEqual([
    'ok',
    409,
    403,
  ])
  expect([gives('owner', 'computed'), gives('administrator', 'released'), gives('nobody', 'released')]).toEqual([
    'ok',
    503,
    422,
  ])
  expect([gives('outsideTa', 'released'), gives('assignedTa', 'released')]).toEqual([404, 409])
})

it('refuses assistants what only those may who run the course', () => {
  expect([instructors('unassignedTa', 'closed'), instructors('administrator', 'closed')]).toEqual([403, 'ok'])
  expect([staffOfSubmission('nobody', 'draft'), staffOfSubmission('instructor', 'running')]).toEqual([401, 404])
})
