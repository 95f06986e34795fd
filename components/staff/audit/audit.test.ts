import { describe, expect, it } from 'vitest'
import { type Audit, standingOf } from './audit.ts'

const latest = { version: 'v1', createdAt: '', exam: null, sound: true, report: {} }
const state = { version: 'v1', runningSince: null, broke: null }
const audit = (more: Partial<Audit>): Audit => ({ slug: 'q', state, latest, ...more })

describe('how a question stands', () => {
  it('is what the newest report says of the file as it is', () => {
    expect(standingOf(audit({ latest: null }))).toBe('never')
    expect(standingOf(audit({}))).toBe('sound')
    expect(standingOf(audit({ latest: { ...latest, sound: false } }))).toBe('unsound')
    expect(standingOf(audit({ state: { ...state, version: 'v2' } }))).toBe('outdated')
  })

  it('is that of the last report while nobody can read the file', () => {
    expect(standingOf(audit({ state: null }))).toBe('sound')
    expect(standingOf(audit({ state: { ...state, version: null } }))).toBe('sound')
  })
})
