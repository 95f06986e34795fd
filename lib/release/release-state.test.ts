import { describe, expect, it } from 'vitest'
import { releaseState } from './release-state.ts'

describe('what students may read', () => {
  it('follows the policy until staff decide', () => {
    expect(releaseState('at-once', null)).toMatchObject({ computed: true, all: false })
    expect(releaseState('by-staff', null)).toMatchObject({ computed: false, all: false })
  })

  it('is the newest decision, which may withdraw what the policy gave', () => {
    expect(releaseState('at-once', 'none')).toMatchObject({ computed: false, all: false })
    expect(releaseState('by-staff', 'computed')).toMatchObject({ computed: true, all: false })
    expect(releaseState('by-staff', 'all')).toMatchObject({ computed: true, all: true })
  })
})
