import { describe, expect, it } from 'vitest'
import { releaseState } from './release-state.ts'
import { everything, type Shows } from './shows.ts'

const decided = (scope: 'none' | 'computed' | 'all', shows: Shows | null = null) => ({
  scope,
  shows,
  requestsUntil: '2030-01-01T00:00:00.000Z',
  requestsOpen: true,
  requestsAtMost: null,
})

describe('what students may read', () => {
  it('follows the policy until staff decide', () => {
    expect(releaseState('at-once', null)).toMatchObject({ computed: true, all: false, requests: null })
    expect(releaseState('by-staff', null)).toMatchObject({ computed: false, all: false, shows: null })
  })

  it('is the decision in force, which may withdraw what the policy gave', () => {
    expect(releaseState('at-once', decided('none'))).toMatchObject({ computed: false, all: false, requests: null })
    expect(releaseState('by-staff', decided('computed'))).toMatchObject({ computed: true, all: false })
    expect(releaseState('by-staff', decided('all'))).toMatchObject({ computed: true, all: true })
  })

  it('is what the scope meant before there were options: everything but how the class did', () => {
    expect(releaseState('by-staff', decided('all')).shows).toEqual({ ...everything, statistics: false })
    expect(releaseState('by-staff', decided('computed')).shows).toMatchObject({ reviewed: false, comments: false })
  })

  it('is what was chosen, where something was', () => {
    const shows = { ...everything, expected: false }
    expect(releaseState('by-staff', decided('all', shows))).toMatchObject({ shows, requests: { open: true } })
    expect(releaseState('by-staff', decided('none', shows)).shows).toBeNull()
  })
})
