import { describe, expect, it } from 'vitest'
import { changed, duringOf, type PulseAnswer, pause } from './pulse.ts'

const deadline = '2026-07-01T10:00:00.000Z'
const answer: PulseAnswer = {
  state: 'open',
  epoch: 1,
  serverNow: '2026-07-01T09:00:00.000Z',
  deadline,
  breakSince: null,
  announcements: 0,
}
const held = { deadline: Date.parse(deadline), closed: false, epoch: 1, files: 0 }

describe('a pulse', () => {
  it('asks for nothing while all is as it was', () => {
    expect(changed(answer, held)).toBe(false)
    expect(changed(answer, { ...held, epoch: null })).toBe(false)
    expect(changed({ ...answer, deadline: null }, { ...held, deadline: null })).toBe(false)
  })

  it('notices another deadline, a takeover, closing and opening again', () => {
    expect(changed({ ...answer, deadline: '2026-07-01T10:05:00.000Z' }, held)).toBe(true)
    expect(changed({ ...answer, deadline: null }, held)).toBe(true)
    expect(changed({ ...answer, epoch: 2 }, held)).toBe(true)
    expect(changed({ ...answer, state: 'closed' }, held)).toBe(true)
    expect(changed(answer, { ...held, closed: true })).toBe(true)
    expect(changed({ ...answer, state: 'closed', deadline: null }, { ...held, closed: true })).toBe(false)
  })

  it('does not run after a deadline that moves in a break', () => {
    const paused = { ...answer, breakSince: '2026-07-01T08:59:00.000Z', deadline: '2026-07-01T10:01:00.000Z' }
    expect(changed(paused, held)).toBe(false)
    expect(duringOf(paused)).toEqual({ onBreak: true, left: 61 * 60_000, announcements: 0 })
    expect(duringOf({ ...paused, state: 'closed' }).onBreak).toBe(false)
    expect(duringOf({ ...paused, deadline: null }).left).toBeNull()
    expect(duringOf(answer)).toEqual({ onBreak: false, left: null, announcements: 0 })
  })

  it('comes every five seconds, apart from others, and slows down where nothing answers', () => {
    expect([pause(0, false, 0), pause(0, false, 1)].map(Math.round)).toEqual([4_000, 6_000])
    expect(pause(1, false, 0.5)).toBe(10_000)
    expect(pause(20, false, 0.5)).toBe(30_000)
    expect(pause(0, true, 0.5)).toBe(30_000)
  })
})
