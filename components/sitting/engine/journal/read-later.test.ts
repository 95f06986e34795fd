import { describe, expect, it } from 'vitest'
import { pauses } from '../environment.ts'
import { Rig } from '../rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

describe('a journal that cannot be read when the page is loaded', () => {
  /** A page whose journal holds one edit that was never sent and cannot be read. */
  async function unreadable() {
    const rig = await Rig.opened({ 'q.y': { epoch: 1, revision: 1, value: number('0') } })
    rig.server.failing = 99
    rig.engine.edit('q.x', number('before the crash'))
    await rig.pass(pauses.idle)
    rig.server.failing = 0
    rig.device.refuses = true
    const after = await rig.crash()
    expect(after.engine.shown('q.x').value).toBeNull()
    return { rig, after }
  }

  it('is looked at again, and what it had is shown and sent', async () => {
    const { rig, after } = await unreadable()
    rig.device.refuses = false
    await after.engine.refresh()
    await after.pass(pauses.idle)
    expect(after.engine.shown('q.x').value).toEqual(number('before the crash'))
    expect(rig.server.held['q.x']?.value).toEqual(number('before the crash'))
    expect([rig.device.rows.size, after.engine.status().copy]).toEqual([0, true])
  })

  it('loses nothing to what was typed meanwhile, which stands', async () => {
    const { rig, after } = await unreadable()
    after.engine.edit('q.x', number('since'))
    await after.pass(pauses.idle)
    rig.device.refuses = false
    await after.engine.refresh()
    await after.pass(pauses.idle)
    const mine = number('before the crash')
    expect(after.engine.shown('q.x')).toMatchObject({ value: number('since'), replaced: { mine } })
    expect(rig.server.held['q.x']?.value).toEqual(number('since'))
    expect([...rig.server.events.values()].map(({ value }) => value)).toContainEqual(mine)
  })

  it('of an attempt that nobody else touched: what was typed since goes above it', async () => {
    const rig = new Rig()
    const edit = { field: 'q.x', epoch: 1, revision: 9, opId: 'before', monotonicMs: 1, wallMs: 1, fate: null }
    rig.device.rows.set('q.x', { ...edit, value: number('before the crash') })
    rig.device.refuses = true
    await rig.open()
    rig.engine.edit('q.x', number('since'))
    await rig.pass(pauses.idle)
    rig.device.refuses = false
    await rig.engine.refresh()
    await rig.pass(pauses.idle)
    expect(rig.server.held['q.x']).toMatchObject({ revision: 10, value: number('since') })
    expect(rig.engine.shown('q.x').value).toEqual(number('since'))
    expect([...rig.server.events.keys()]).toContain('before')
  })
})
