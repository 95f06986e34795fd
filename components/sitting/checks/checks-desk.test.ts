import { describe, expect, it } from 'vitest'
import type { Answered } from '../engine/protocol.ts'
import { type ShownCheck, sameAnswer } from './check.ts'
import { ChecksDesk, type WhenSaved } from './checks-desk.ts'

const shown = (earned: number): ShownCheck => ({ at: '', points: 2, earned, fields: [], answers: {} })
const saved: WhenSaved = (send) => send({ epoch: 1, revisions: { 'q.y': 3, 'q.z': 1, 'qq.y': 2, 'q#flag': 1 } })

type Reply = Answered<{ check: ShownCheck; left: number | null }>

function desk(replies: Reply[], whenSaved = saved, allowed: number | null = 2) {
  const asked: unknown[] = []
  const made = new ChecksDesk(
    {
      all: async () => ({ outcome: 'answered', value: { questions: { q: { used: 1, newest: shown(0) } } } }),
      check: async (...what) => {
        asked.push(what)
        return replies.shift() ?? { outcome: 'trouble', retryAfter: null }
      },
    },
    whenSaved,
    allowed,
  )
  return { made, asked }
}

describe('checks', () => {
  it('are asked for with the revisions of that question alone, and the newest stands', async () => {
    const { made, asked } = desk([{ outcome: 'answered', value: { check: shown(2), left: 1 } }])
    await made.check('q')
    expect(asked).toEqual([['q', { 'q.y': 3, 'q.z': 1 }]])
    expect(made.read('q')).toMatchObject({ asking: false, newest: { earned: 2 }, used: 1, left: 1, trouble: null })
  })

  it('are asked for once at a time', async () => {
    const { made, asked } = desk([{ outcome: 'answered', value: { check: shown(2), left: 1 } }])
    await Promise.all([made.check('q'), made.check('q')])
    expect(asked).toHaveLength(1)
  })

  it('that are refused or do not come leave what was said before', async () => {
    const { made } = desk([{ outcome: 'refused', status: 409, code: 'used-up', message: 'Twice.', fields: [] }])
    await made.load()
    await made.check('q')
    expect(made.read('q')).toMatchObject({ newest: { earned: 0 }, left: 1, trouble: { said: 'Twice.' } })
    await made.check('q')
    expect(made.read('q').trouble).toBe('trouble')
  })

  it('are not asked for past an answer that is not saved', async () => {
    const { made, asked } = desk([], async () => ({ outcome: 'unsaved' }))
    await made.check('q')
    expect([asked.length, made.read('q').trouble]).toEqual([0, 'unsaved'])
  })

  it('from before are there while another one is under way, and where that is refused', async () => {
    let answer: (reply: Reply) => void = () => {}
    const slow: WhenSaved = <T>() => new Promise<Answered<T>>((resolve) => (answer = resolve as typeof answer))
    const { made } = desk([], slow)
    const asked = made.check('q')
    await made.load()
    expect(made.read('q')).toMatchObject({ asking: true, newest: { earned: 0 }, left: 1 })
    answer({ outcome: 'refused', status: 409, code: 'used-up', message: 'Twice.', fields: [] })
    await asked
    expect(made.read('q')).toMatchObject({ asking: false, newest: { earned: 0 }, trouble: { said: 'Twice.' } })
  })

  it('from before do not take the place of one that came meanwhile', async () => {
    const { made } = desk([{ outcome: 'answered', value: { check: shown(2), left: null } }], saved, null)
    await made.check('q')
    await made.load()
    expect(made.read('q').newest?.earned).toBe(2)
  })
})

it('an answer is the same whatever the order of its members', () => {
  expect(sameAnswer({ kind: 'tensor', shape: [2] }, { shape: [2], kind: 'tensor' })).toBe(true)
  expect(sameAnswer({ cells: ['1', '2'] }, { cells: ['2', '1'] })).toBe(false)
  expect(sameAnswer(undefined, null)).toBe(true)
})
