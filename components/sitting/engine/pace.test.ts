import { describe, expect, it } from 'vitest'
import { pauses } from './environment.ts'
import { Rig } from './rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

describe('when requests leave', () => {
  it('not before a server in trouble asked for, whatever is typed meanwhile', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 99
    rig.server.asksFor = 20_000
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.server.requests).toHaveLength(1)
    for (let second = 0; second < 18; second++) {
      rig.engine.edit('q.x', number(`${second}`))
      await rig.pass(1000)
    }
    expect(rig.server.requests).toHaveLength(1)
    await rig.pass(4000)
    expect(rig.server.requests).toHaveLength(2)
  })

  it('one at a time', async () => {
    const rig = await Rig.opened()
    rig.server.delay = 5000
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle + 500)
    rig.engine.edit('q.x', number('12'))
    await rig.pass(9000)
    expect(rig.server.requests).toHaveLength(1)
    await rig.pass(20_000)
    expect(rig.server.held['q.x']?.value).toEqual(number('12'))
  })

  it('again after a refusal that came in the middle of trouble', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 1
    rig.server.refuses = 'q.bad'
    rig.engine.edit('q.bad', number('x'))
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
    rig.engine.edit('q.x', number('12'))
    await rig.pass(pauses.idle)
    expect(rig.server.held['q.x']?.value).toEqual(number('12'))
  })

  it('again where the answer to a save makes no sense at all', async () => {
    const rig = await Rig.opened()
    rig.server.answer = () => [null as never]
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    rig.server.answer = null
    await rig.pass(pauses.longestRetry)
    expect(rig.engine.status()).toMatchObject({ activity: 'saved', unsaved: 0 })
  })

  it('as soon as the one before is answered, for what did not fit into it', async () => {
    const rig = await Rig.opened()
    for (let k = 0; k < 120; k++) rig.engine.edit(`q.${k}`, number('1'))
    await rig.pass(pauses.idle)
    expect(rig.server.requests.map((saves) => saves.length)).toEqual([50, 50, 20])
  })

  it('after the usual pause once trouble has passed', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 1
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    rig.engine.edit('q.x', number('12'))
    await rig.pass(pauses.idle)
    expect(rig.server.held['q.x']?.value).toEqual(number('12'))
  })

  it('again after a conflict, when it is known how things stand', async () => {
    const rig = await Rig.opened()
    rig.server.conflicts = 1
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    expect(rig.engine.shown('q.x').refused).toBeNull()
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })

  it('not while conflicts say that another device writes, which is asked for', async () => {
    const rig = await Rig.opened()
    Object.assign(rig.server, { conflicts: 99, epoch: 2 })
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    expect(rig.engine.status().standing).toBe('elsewhere')
  })

  it('for as long as nobody is signed in only to ask, and at last when somebody is', async () => {
    const rig = await Rig.opened()
    rig.server.turnsAway = 401
    rig.engine.edit('q.x', number('1'))
    await rig.pass(200_000)
    expect(rig.server.requests).toHaveLength(1)
    rig.server.turnsAway = null
    await rig.pass(200_000)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })

  it('no later because one that followed a closing page was lost: the page may have stayed', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 1
    rig.engine.edit('q.x', number('1'))
    rig.engine.flushOnLeaving()
    await rig.pass(0)
    expect(rig.engine.status()).toMatchObject({ activity: 'waiting', unsaved: 1 })
    await rig.pass(pauses.idle)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })

  it('not at all to where another device writes', async () => {
    const rig = await Rig.opened()
    rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('other') }
    rig.server.epoch = 2
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    expect(rig.engine.status()).toMatchObject({ standing: 'elsewhere', unsaved: 1 })
    expect(rig.server.requests).toHaveLength(1)
  })

  it('and says when something was last saved only from what was acknowledged', async () => {
    const rig = await Rig.opened()
    rig.server.answer = () => []
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status().at).toBeNull()
  })
})
