import { describe, expect, it } from 'vitest'
import { pauses } from '../environment.ts'
import { Rig } from '../rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

describe('what the server has and the student has seen', () => {
  it('goes from the device, what was never sent stays', async () => {
    const rig = await Rig.opened()
    rig.server.held['q.lost'] = { epoch: 1, revision: 7, value: number('other') }
    rig.engine.edit('q.lost', number('mine'))
    await rig.pass(pauses.idle)
    rig.server.closed = true
    rig.engine.edit('q.late', number('late'))
    await rig.pass(pauses.idle)
    expect([...rig.device.rows.values()].map(({ fate }) => fate).sort()).toEqual(['late', 'replaced'])
    await rig.engine.forgetSettled()
    expect(rig.device.rows.size).toBe(0)
    expect(rig.engine.status()).toMatchObject({ replaced: 0, late: 0 })
  })

  it('is not thought of what lost before it was sent', async () => {
    const rig = await Rig.opened({ 'q.x': { epoch: 1, revision: 1, value: number('1') } })
    rig.server.failing = 99
    rig.engine.edit('q.x', number('mine'))
    await rig.pass(pauses.idle)
    rig.server.epoch = 2
    rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('other') }
    await rig.engine.takeOver()
    await rig.engine.forgetSettled()
    expect(rig.device.rows.get('q.x')).toMatchObject({ fate: null, value: number('mine') })
  })
})
