import { expect, it } from 'vitest'
import { everything } from '../../release/shows.ts'
import { planBody } from './plan.ts'
import { nothingPlanned, type ReleasePlan, settledRelease } from './release-plan.ts'

const releaseAt = '2030-01-01T09:00:00.000Z'
const later = '2030-01-08T09:00:00.000Z'
const plan = (more: Partial<ReleasePlan>): ReleasePlan => ({ ...nothingPlanned, ...more })

it('nobody is asked by how many parts at most where nothing may be asked', () => {
  const asked = { releaseAt, requestsUntil: later, requestsAtMost: 2 }
  expect(settledRelease('by-staff', plan(asked))).toEqual(plan(asked))
  expect(settledRelease('by-staff', plan({ ...asked, requestsUntil: null }))).toEqual(plan({ releaseAt }))
  // without a time, and at once, nothing of it is planned
  expect(settledRelease('by-staff', plan({ ...asked, releaseAt: null }))).toEqual(nothingPlanned)
  expect(settledRelease('at-once', plan(asked))).toEqual(nothingPlanned)
})

it('at once there is nothing of what people decide, and what they say of it goes with it', () => {
  const shown = settledRelease('at-once', plan({ shows: everything })).shows
  expect(shown).toEqual({ ...everything, reviewed: false, comments: false })
  const unreviewed = { ...everything, reviewed: false }
  expect(settledRelease('by-staff', plan({ shows: unreviewed })).shows).toEqual({ ...unreviewed, comments: false })
})

it.each([0, 1_001, 1.5, 1, 1_000, null])('about %s parts', (requestsAtMost) => {
  const read = planBody.shape.requestsAtMost.safeParse(requestsAtMost)
  expect(read.success).toBe(requestsAtMost === null || [1, 1_000].includes(requestsAtMost))
})
