import { describe, expect, it } from 'vitest'
import { pauses } from './environment.ts'
import { Rig } from './rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

/** Another tab of the same browser, which reads. */
async function readerBeside(rig: Rig): Promise<Rig> {
  const reader = rig.beside(rig.device)
  reader.engine.read()
  return reader.open()
}

describe('a tab that reads', () => {
  it('only looks, and takes over from nobody', async () => {
    const rig = await Rig.opened({ 'q.x': { epoch: 1, revision: 1, value: number('1') } })
    rig.server.epoch = 2
    const reader = await readerBeside(rig)
    expect([rig.server.epoch, reader.engine.status().standing]).toEqual([2, 'other-tab'])
    expect(reader.engine.shown('q.x').value).toEqual(number('1'))
  })

  it('shows what another device writes', async () => {
    const rig = await Rig.opened({ 'q.x': { epoch: 1, revision: 1, value: number('1') } })
    const reader = await readerBeside(rig)
    rig.server.epoch = 2
    rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('2') }
    await reader.engine.refresh()
    expect(reader.engine.shown('q.x')).toMatchObject({ value: number('2'), replaced: null })
  })

  it('leaves the journal of the one that writes alone', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 99
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    const reader = await readerBeside(rig)
    await reader.engine.refresh()
    await reader.pass(1000)
    expect(rig.device.rows.get('q.x')?.value).toEqual(number('1'))
    expect(rig.device.writes).toBe(2)
  })
})

describe('a tab that gives up writing', () => {
  it('takes no more, waits until the device has everything, and sends nothing of it', async () => {
    const rig = await Rig.opened()
    rig.device.latency = 500
    rig.engine.edit('q.x', number('1'))
    let given = false
    void rig.engine.yield().then(() => {
      given = true
    })
    rig.engine.edit('q.x', number('12'))
    expect(rig.engine.shown('q.x').value).toEqual(number('1'))
    await rig.pass(400)
    expect(given).toBe(false)
    await rig.pass(200)
    expect([given, rig.device.rows.get('q.x')?.value]).toEqual([true, number('1')])
    await rig.pass(60_000)
    expect([rig.server.requests.length, rig.engine.status().unsaved]).toEqual([0, 0])
  })

  it('without a journal sends first', async () => {
    const rig = await Rig.opened()
    rig.device.refuses = true
    rig.engine.edit('q.x', number('1'))
    await rig.pass(0)
    await rig.engine.yield()
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
    expect(rig.engine.status()).toMatchObject({ standing: 'other-tab', unsaved: 0 })
  })

  it('with neither journal nor network goes on sending until the server has it', async () => {
    const rig = await Rig.opened()
    rig.device.refuses = true
    rig.server.failing = 3
    rig.engine.edit('q.x', number('1'))
    await rig.pass(0)
    await rig.engine.yield()
    expect(rig.engine.status()).toMatchObject({ standing: 'other-tab', unsaved: 1 })
    await rig.pass(60_000)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
    expect(rig.engine.status().unsaved).toBe(0)
  })
})

it('a tab that writes again does not put what its device refused before over what another tab left there', async () => {
  const rig = await Rig.opened()
  Object.assign(rig.device, { refuses: true })
  rig.server.failing = 99
  rig.engine.edit('q.x', number('1'))
  await rig.pass(0)
  const [refused] = rig.engine.kept()
  await rig.engine.yield()
  rig.device.refuses = false
  const other = { field: 'q.x', epoch: 1, revision: 1, opId: 'other', monotonicMs: 1, wallMs: 1, fate: null }
  rig.device.rows.set('q.x', { ...other, value: number('2') })
  const put: string[] = []
  const set = rig.device.rows.set.bind(rig.device.rows)
  rig.device.rows.set = (field, row) => {
    put.push(row.opId)
    return set(field, row)
  }
  const written = rig.engine.write()
  await rig.pass(1000)
  await written
  expect(put.length).toBeGreaterThan(0)
  expect(put).not.toContain(refused?.opId)
  expect(rig.engine.shown('q.x')).toMatchObject({ value: number('1'), replaced: { mine: number('2') } })
})

it('a tab that writes again finds what another typed over its own, acknowledged answer', async () => {
  const rig = await Rig.opened()
  rig.engine.edit('q.x', number('1'))
  await rig.pass(pauses.idle)
  await rig.engine.yield()
  const other = { field: 'q.x', epoch: 1, revision: 2, opId: 'other', monotonicMs: 1, wallMs: 1, fate: null }
  rig.device.rows.set('q.x', { ...other, value: number('12') })
  const written = rig.engine.write()
  await rig.pass(pauses.idle)
  await written
  expect(rig.engine.shown('q.x')).toMatchObject({ value: number('12'), replaced: null })
  expect(rig.server.held['q.x']?.value).toEqual(number('12'))
  const told = rig.engine.status()
  await rig.engine.refresh()
  expect(rig.engine.status()).toBe(told)
})

describe('opening', () => {
  it('a closed attempt takes over from nobody', async () => {
    const rig = await Rig.opened()
    Object.assign(rig.server, { closed: true, epoch: 2 })
    rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('1') }
    const other = await rig.beside().open()
    expect([rig.server.epoch, other.engine.status().standing]).toEqual([2, 'closed'])
  })

  it('a new attempt takes over from nobody', async () => {
    const rig = await new Rig().open()
    expect([rig.server.epoch, rig.engine.status().standing]).toEqual([1, 'open'])
  })
})

it('a page from which another device took over keeps what it shows', async () => {
  const rig = await Rig.opened()
  rig.server.failing = 99
  rig.engine.edit('q.x', number('mine'))
  await rig.pass(pauses.idle)
  rig.server.epoch = 2
  rig.server.held['q.x'] = { epoch: 2, revision: 1, value: number('other') }
  await rig.engine.refresh()
  expect(rig.engine.status().standing).toBe('elsewhere')
  expect(rig.engine.shown('q.x')).toMatchObject({ value: number('mine'), replaced: null })
})
