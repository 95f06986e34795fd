import { expect, it } from 'vitest'
import type { Sent } from '../staff/send-json.ts'
import type { Plan } from './plan.ts'
import { PlanSaver, type SaveState } from './plan-saver.ts'

const plan = (title: string) => ({ title, opens: '2030-01-01T09:00', closes: '', sections: [] }) as unknown as Plan
type Body = { revision: number; plan: { title: string; opens: unknown } }

/** A server that answers when it is told to, and a clock that is pushed on. */
function rig(revision = 1) {
  const sent: Body[] = []
  const answers: ((sent: Sent) => void)[] = []
  const states: SaveState[] = []
  let due: (() => void) | null = null
  const saver = new PlanSaver(revision, {
    send: (body) => {
      sent.push(body as Body)
      return new Promise((resolve) => answers.push(resolve))
    },
    later: (run) => {
      due = run
      return () => {
        if (due === run) due = null
      }
    },
    onState: (state) => states.push(state),
  })
  const tick = () => {
    const run = due
    due = null
    run?.()
    return run !== null
  }
  const answer = async (given: Sent) => {
    answers.shift()?.(given)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { saver, sent, states, tick, answer, state: () => states.at(-1) }
}
const ok = (revision: number): Sent => ({ ok: true, body: { revision } })
const refused = (code: string, error: Record<string, unknown> = {}): Sent => ({
  ok: false,
  code,
  message: 'No.',
  error,
})

it('sends the newest plan after a pause, over the revision that the last save gave', async () => {
  const { saver, sent, tick, answer, state } = rig()
  saver.change(plan('a'))
  saver.change(plan('ab'))
  expect(state()).toEqual({ kind: 'unsaved' })
  tick()
  saver.change(plan('abc'))
  tick()
  expect(sent).toHaveLength(1)
  await answer(ok(2))
  expect(saver.waiting).toBe(true)
  tick()
  await answer(ok(3))
  expect(sent.map(({ revision, plan }) => [revision, plan.title])).toEqual([
    [1, 'ab'],
    [2, 'abc'],
  ])
  expect([state(), saver.waiting, tick()]).toEqual([{ kind: 'saved' }, false, false])
})

it('keeps what was not heard, and sends it again', async () => {
  const { saver, sent, tick, answer, state } = rig()
  saver.change(plan('a'))
  tick()
  await answer({ ok: false, code: 'unreachable', message: null })
  expect([state(), saver.waiting]).toEqual([{ kind: 'offline' }, true])
  tick()
  await answer(ok(2))
  expect(sent).toHaveLength(2)
  expect(state()).toEqual({ kind: 'saved' })
})

it('says what was refused and where, and tries the next change', async () => {
  const { saver, sent, tick, answer, state } = rig()
  saver.change(plan(''))
  tick()
  await answer(refused('invalid', { field: 'plan.title' }))
  expect(state()).toEqual({ kind: 'refused', message: 'No.', field: 'plan.title' })
  expect(tick()).toBe(false)
  saver.change(plan('a'))
  tick()
  await answer(ok(2))
  expect(sent.at(-1)?.revision).toBe(1)
})

it('saves nothing over somebody else’s, unless it is wanted', async () => {
  const { saver, sent, tick, answer, state } = rig()
  saver.change(plan('mine'))
  tick()
  await answer(refused('changed', { revision: 5 }))
  expect(state()).toEqual({ kind: 'conflict', revision: 5 })
  saver.change(plan('mine still'))
  expect(tick()).toBe(false)
  saver.overwrite(5)
  await answer(ok(6))
  expect(sent.at(-1)).toMatchObject({ revision: 5, plan: { title: 'mine still' } })
  expect(state()).toEqual({ kind: 'saved' })
})

it('asks which of two instants is meant', async () => {
  const { saver, sent, tick, answer, state } = rig()
  saver.change(plan('a'))
  tick()
  await answer(refused('twice', { field: 'opens', choices: ['x', 'y'] }))
  expect(state()).toEqual({ kind: 'choose', time: 'opens', choices: ['x', 'y'], message: 'No.' })
  saver.choose('opens', 1)
  await answer(ok(2))
  expect(sent.at(-1)?.plan.opens).toEqual({ local: '2030-01-01T09:00', choice: 1 })
})
