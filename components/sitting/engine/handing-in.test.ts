import { describe, expect, it } from 'vitest'
import { pauses } from './environment.ts'
import { Rig } from './rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

describe('handing in', () => {
  it('tells the student at once where one try fails', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 1
    rig.engine.edit('q.x', number('1'))
    expect(await rig.engine.submit()).toEqual({ outcome: 'unsaved' })
    expect(rig.server.requests).toHaveLength(1)
  })

  it('ends where another device writes', async () => {
    const rig = await Rig.opened()
    rig.server.epoch = 2
    rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('other') }
    rig.engine.edit('q.x', number('1'))
    expect(await rig.engine.submit()).toEqual({ outcome: 'unsaved' })
    expect(rig.server.requests).toHaveLength(1)
  })

  it('does not pass over an answer that the server refuses', async () => {
    const rig = await Rig.opened()
    rig.server.refuses = 'q.bad'
    rig.engine.edit('q.bad', number('x'))
    expect(await rig.engine.submit()).toEqual({ outcome: 'unsaved' })
  })

  it('leaves nothing on the device: the server was told of what lost, and the student has seen it', async () => {
    const rig = await Rig.opened({ 'q.y': { epoch: 1, revision: 1, value: number('0') } })
    rig.server.failing = 99
    rig.engine.edit('q.y', number('mine'))
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    Object.assign(rig.server, { failing: 0, epoch: 2 })
    rig.server.held['q.y'] = { epoch: 2, revision: 1, value: number('other') }
    await rig.engine.takeOver()
    expect(await rig.engine.submit()).toMatchObject({ outcome: 'answered' })
    expect([...rig.server.events.values()]).toContainEqual(
      expect.objectContaining({ field: 'q.y', epoch: 1, value: number('mine') }),
    )
    expect(rig.device.rows.size).toBe(0)
  })
})
