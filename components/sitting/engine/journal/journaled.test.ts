import { describe, expect, it } from 'vitest'
import { pauses } from '../environment.ts'
import { Rig } from '../rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

describe('what is typed', () => {
  it('lies on the device before it is sent, and until it is acknowledged', async () => {
    const rig = await Rig.opened()
    rig.device.latency = 2900
    rig.engine.edit('q.x', number('1'))
    expect(rig.engine.shown('q.x').value).toEqual(number('1'))
    await rig.pass(2899)
    expect([rig.device.rows.size, rig.server.requests.length]).toEqual([0, 0])
  })

  it('is sent after a crash, under the operation it had', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 99
    rig.engine.edit('q.x', number('1'))
    rig.engine.edit('q.y', number('2'))
    await rig.pass(pauses.idle)
    const sent = rig.server.requests[0]
    rig.server.failing = 0
    const after = await rig.crash()
    await after.pass(pauses.idle)
    expect(rig.server.requests.at(-1)).toEqual(sent)
    expect(rig.server.held).toMatchObject({ 'q.x': { value: number('1') }, 'q.y': { value: number('2') } })
    expect([after.engine.status().unsaved, rig.device.rows.size]).toEqual([0, 0])
  })

  it('stays on the device where a reply is lost, and goes once it comes', async () => {
    const rig = await Rig.opened()
    rig.server.losesReply = true
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.device.rows.size).toBe(1)
    rig.server.losesReply = false
    await rig.pass(pauses.longestRetry)
    expect([rig.device.rows.size, rig.engine.status().unsaved]).toEqual([0, 0])
  })

  it('stays on the device where the answer to a save names something else', async () => {
    const rig = await Rig.opened()
    rig.server.answer = () => []
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    expect(rig.device.rows.get('q.x')?.value).toEqual(number('1'))
  })

  it('is sent sooner where the device keeps no copy', async () => {
    const rig = await Rig.opened()
    rig.device.refuses = true
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.bare)
    expect(rig.engine.status()).toMatchObject({ copy: false })
    rig.engine.edit('q.x', number('12'))
    await rig.pass(pauses.bare)
    expect(rig.server.held['q.x']?.value).toEqual(number('12'))
    rig.device.refuses = false
    rig.engine.edit('q.x', number('123'))
    await rig.pass(0)
    expect([rig.engine.status().copy, rig.device.rows.get('q.x')?.value]).toEqual([true, number('123')])
  })

  it('follows a closing page in what fits, once the device has it', async () => {
    const rig = await Rig.opened()
    rig.device.latency = 50
    rig.engine.edit('q.x', number('1'))
    rig.engine.flushOnLeaving()
    expect(rig.server.requests).toHaveLength(0)
    await rig.pass(50)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })
})

describe('a journal and a newer answer', () => {
  it('of another device: that one stands, the own is told to the server, shown, and put back if wanted', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 99
    rig.engine.edit('q.x', number('old device'))
    await rig.pass(pauses.idle)
    rig.server.failing = 0
    rig.server.epoch = 2
    rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('new device') }
    const after = await rig.crash()
    await after.pass(pauses.idle)
    expect(after.engine.shown('q.x')).toMatchObject({
      value: number('new device'),
      replaced: { mine: number('old device') },
    })
    expect([...rig.server.events.values()]).toMatchObject([{ epoch: 1, value: number('old device') }])
    expect(after.engine.status()).toMatchObject({ unsaved: 0, replaced: 1 })

    const again = await after.crash()
    expect(again.engine.shown('q.x').replaced).toMatchObject({ mine: number('old device') })
    again.engine.edit('q.x', number('old device'))
    await again.pass(pauses.idle)
    expect(rig.server.held['q.x']).toMatchObject({ epoch: 3, value: number('old device') })
    expect(rig.device.rows.size).toBe(0)
  })

  it('of its own: is forgotten where the student keeps the newer one', async () => {
    const rig = await Rig.opened()
    rig.server.held['q.x'] = { epoch: 1, revision: 7, value: number('other') }
    rig.engine.edit('q.x', number('mine'))
    await rig.pass(pauses.idle)
    expect(rig.device.rows.get('q.x')).toMatchObject({ fate: 'replaced', value: number('mine') })
    rig.engine.dismiss('q.x')
    await rig.pass(0)
    expect(rig.device.rows.size).toBe(0)
  })

  it('known to the server already, below a newer one: the student is told', async () => {
    const rig = await Rig.opened({ 'q.x': { epoch: 1, revision: 7, value: number('other') } })
    rig.server.losesReply = true
    rig.server.held['q.x'] = { epoch: 1, revision: 70, value: number('newer') }
    rig.engine.edit('q.x', number('mine'))
    await rig.pass(pauses.idle)
    rig.server.losesReply = false
    await rig.pass(pauses.longestRetry)
    expect(rig.engine.shown('q.x')).toMatchObject({ value: number('newer'), replaced: { mine: number('mine') } })
  })

  it('that is older than what was acknowledged here is not believed', async () => {
    const rig = await Rig.opened()
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    const { held } = rig.server
    rig.server.held = { 'q.x': { epoch: 1, revision: 0, value: number('before') } }
    await rig.engine.refresh()
    expect(rig.engine.shown('q.x').value).toEqual(number('1'))
    rig.server.held = held
  })
})

describe('going on', () => {
  it('in another browser takes over, in the same one does not', async () => {
    const rig = await Rig.opened()
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    await rig.crash()
    expect(rig.server.epoch).toBe(1)
    const other = await rig.beside().open()
    expect(rig.server.epoch).toBe(2)
    expect(other.engine.shown('q.x')).toMatchObject({ value: number('1'), replaced: null })
    await rig.engine.refresh()
    expect(rig.engine.status().standing).toBe('elsewhere')
  })

  it('on the old device sends what nobody else wrote, as it is', async () => {
    const rig = await Rig.opened({ 'q.y': { epoch: 1, revision: 1, value: number('0') } })
    await rig.beside().open()
    rig.server.failing = 99
    rig.engine.edit('q.x', number('only here'))
    await rig.pass(pauses.idle)
    await rig.engine.refresh()
    expect(rig.engine.status()).toMatchObject({ standing: 'elsewhere', unsaved: 1 })
    await rig.engine.takeOver()
    await rig.pass(0)
    expect(rig.device.rows.get('q.x')).toMatchObject({ epoch: 3, value: number('only here') })
    rig.server.failing = 0
    await rig.pass(pauses.longestRetry)
    expect(rig.server.held['q.x']).toMatchObject({ epoch: 3, value: number('only here') })
  })

  it('in another tab of the browser leaves the other nothing to send, and finds all of it', async () => {
    const rig = await Rig.opened()
    const reader = rig.beside(rig.device)
    reader.engine.read()
    await reader.open()
    expect(reader.engine.status().standing).toBe('other-tab')
    rig.engine.edit('q.x', number('1'))
    await rig.engine.yield()
    const written = reader.engine.write()
    await reader.pass(0)
    await written
    rig.engine.edit('q.x', number('2'))
    await rig.pass(pauses.idle)
    await reader.pass(pauses.idle)
    expect(rig.server.held['q.x']).toMatchObject({ epoch: 1, value: number('1') })
    reader.engine.edit('q.x', number('12'))
    await reader.pass(pauses.idle)
    await rig.engine.refresh()
    expect(rig.engine.shown('q.x')).toMatchObject({ value: number('12'), replaced: null })
  })
})

describe('after the close', () => {
  it('what the journal had is sent, kept as late, and not sent again', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 99
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    rig.server.failing = 0
    rig.server.closed = true
    const after = await rig.crash()
    await after.pass(pauses.idle)
    expect(after.engine.status()).toMatchObject({ standing: 'closed', unsaved: 0, late: 1 })
    expect(after.engine.shown('q.x')).toMatchObject({ value: number('1'), late: true })
    expect(rig.device.rows.get('q.x')).toMatchObject({ fate: 'late' })
    const requests = rig.server.requests.length
    const again = await after.crash()
    await again.pass(60_000)
    expect([again.engine.status().late, rig.server.requests.length]).toEqual([1, requests])
  })

  it('what the server takes all the same is no longer the journal’s', async () => {
    const rig = await Rig.opened()
    rig.server.answer = (saves) =>
      saves.map(({ opId, field, revision }) => ({ opId, field, revision, epoch: 1, outcome: 'closed', accepted: true }))
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status()).toMatchObject({ unsaved: 0, late: 0, accepted: 1 })
    expect(rig.device.rows.size).toBe(0)
  })

  it('what a server says is late, of an attempt that it says is open, is not sent in circles', async () => {
    const rig = await Rig.opened()
    rig.server.answer = (saves) =>
      saves.map(({ opId, field, revision }) => ({ opId, field, revision, epoch: 1, outcome: 'closed' }))
    rig.engine.edit('q.x', number('1'))
    await rig.pass(20_000)
    expect(rig.server.requests).toHaveLength(1)
    rig.server.answer = null
    await rig.engine.refresh()
    await rig.pass(0)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })

  it('a reopened attempt takes what came too late', async () => {
    const rig = await Rig.opened()
    rig.server.closed = true
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status().standing).toBe('closed')
    rig.server.closed = false
    rig.server.epoch = 2
    await rig.engine.refresh()
    await rig.pass(pauses.longestRetry)
    expect(rig.engine.status()).toMatchObject({ standing: 'open', late: 0, unsaved: 0 })
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })
})
