import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pauses } from './environment.ts'
import type { Save, SaveResult } from './protocol.ts'
import { Rig } from './rig.ts'

const number = (text: string) => ({ kind: 'number' as const, text })

describe('saving what is typed', () => {
  it('gathers the edits of a field and sends them after a pause', async () => {
    const rig = await Rig.opened()
    for (const text of ['1', '12', '123']) rig.engine.edit('q.x', number(text))
    await rig.pass(pauses.idle - 1)
    expect(rig.server.requests).toHaveLength(0)
    expect(rig.engine.status()).toMatchObject({ activity: 'waiting', unsaved: 1, at: null })
    await rig.pass(1)
    expect(rig.server.requests).toHaveLength(1)
    expect(rig.server.held['q.x']).toMatchObject({ revision: 3, value: number('123') })
    expect(rig.engine.status()).toMatchObject({ activity: 'saved', unsaved: 0, at: rig.server.now() })
  })

  it('saves every five seconds while typing goes on', async () => {
    const rig = await Rig.opened()
    for (let k = 0; k < 12; k++) {
      rig.engine.edit('q.x', number('1'.repeat(k + 1)))
      await rig.pass(1000)
    }
    expect(rig.server.requests.length).toBeGreaterThanOrEqual(2)
  })

  it('saves at once when the student goes on', async () => {
    const rig = await Rig.opened()
    rig.engine.edit('q.x', number('1'))
    rig.engine.flush()
    await rig.pass(0)
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })

  it('is not "saved" until that very revision was acknowledged, and tries again for ever', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 20
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status()).toMatchObject({ activity: 'retrying', unsaved: 1 })
    await rig.pass(20 * (pauses.longestRetry + 250))
    expect(rig.engine.status()).toMatchObject({ activity: 'saved', unsaved: 0 })
    expect(new Set(rig.server.requests.flatMap((saves) => saves.map((save) => save.opId))).size).toBe(1)
  })

  it('takes a reply that does not name what was sent for no acknowledgement', async () => {
    const rig = await Rig.opened()
    rig.server.answer = () => []
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status()).toMatchObject({ activity: 'retrying', unsaved: 1 })
  })

  it('takes a reply that names another operation of the same field for no acknowledgement', async () => {
    const rig = await Rig.opened()
    rig.server.answer = (saves) =>
      saves.map(({ field }) => ({ opId: 'another', field, outcome: 'applied', epoch: 1, revision: 1 }))
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status()).toMatchObject({ activity: 'retrying', unsaved: 1 })
  })

  it('reloads a newer answer from another page, says so, and keeps the own one at hand', async () => {
    const rig = await Rig.opened({ 'q.x': { epoch: 1, revision: 1, value: number('1') } })
    rig.server.held['q.x'] = { epoch: 1, revision: 5, value: number('5') }
    rig.engine.edit('q.x', number('2'))
    await rig.pass(pauses.idle)
    expect(rig.engine.shown('q.x')).toMatchObject({ value: number('5'), replaced: { mine: number('2') } })
    rig.engine.edit('q.x', number('2'))
    await rig.pass(pauses.idle)
    expect(rig.server.held['q.x']).toMatchObject({ revision: 6, value: number('2') })
  })

  it('sends what was typed since above a newer answer', async () => {
    const rig = await Rig.opened()
    rig.server.held['q.x'] = { epoch: 1, revision: 9, value: number('9') }
    rig.engine.edit('q.x', number('1'))
    rig.server.meanwhile = () => rig.engine.edit('q.x', number('12'))
    await rig.pass(10_000)
    expect(rig.server.held['q.x']).toMatchObject({ revision: 10, value: number('12') })
  })

  it('locks when the attempt is closed, and says what came too late', async () => {
    const rig = await Rig.opened()
    rig.server.closed = true
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status()).toMatchObject({ standing: 'closed', unsaved: 0, late: 1 })
    rig.engine.edit('q.x', number('2'))
    expect(rig.engine.shown('q.x').value).toEqual(number('1'))
  })

  it('stops writing when another device took over, until it takes over itself', async () => {
    const rig = await Rig.opened()
    rig.server.epoch = 2
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(rig.engine.status().standing).toBe('elsewhere')
    await rig.engine.takeOver()
    rig.engine.edit('q.x', number('3'))
    await rig.pass(pauses.idle)
    expect(rig.server.held['q.x']).toMatchObject({ epoch: 3, value: number('3') })
  })

  it('names the one answer that is refused and saves the others', async () => {
    const rig = await Rig.opened()
    rig.server.refuses = 'q.bad'
    rig.engine.edit('q.bad', number('x'))
    rig.engine.edit('q.x', number('1'))
    await rig.pass(60_000)
    expect(rig.engine.shown('q.bad').refused).toBe('too long')
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
    expect(rig.engine.status().unsaved).toBe(1)
  })

  it('uploads first what the server lacks when it submits', async () => {
    const rig = await Rig.opened()
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    delete rig.server.held['q.x']
    expect(await rig.engine.submit()).toMatchObject({ outcome: 'answered' })
    expect(rig.server.held['q.x']?.value).toEqual(number('1'))
  })

  it('does not submit past an unsaved answer', async () => {
    const rig = await Rig.opened()
    rig.server.failing = 99
    rig.engine.edit('q.x', number('1'))
    expect(await rig.engine.submit()).toEqual({ outcome: 'unsaved' })
  })

  it('loses nothing over any mixture of typing, failing and lost replies', async () => {
    const step = fc.record({
      key: fc.constantFrom('q.a', 'q.b', 'q.c'),
      text: fc.string({ minLength: 1, maxLength: 3 }),
      pause: fc.integer({ min: 0, max: 4000 }),
      trouble: fc.constantFrom('none', 'none', 'lost request', 'lost reply'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const rig = await Rig.opened()
        const typed: Record<string, string> = {}
        for (const { key, text, pause, trouble } of steps) {
          rig.server.failing = trouble === 'lost request' ? 1 : 0
          rig.server.losesReply = trouble === 'lost reply'
          rig.engine.edit(key, number(text))
          typed[key] = text
          await rig.pass(pause)
        }
        rig.server.failing = 0
        rig.server.losesReply = false
        await rig.pass(200_000)
        expect(rig.engine.status().unsaved).toBe(0)
        for (const [key, text] of Object.entries(typed)) expect(rig.server.held[key]?.value).toEqual(number(text))
      }),
      { seed: 7, numRuns: 150 },
    )
  })
})

describe('acknowledgements', () => {
  it('of an older revision leave the newer edit unsaved', async () => {
    const rig = await Rig.opened()
    let seen: Save[] = []
    rig.server.answer = (saves): SaveResult[] => {
      seen = saves
      rig.engine.edit('q.x', number('2'))
      rig.server.answer = null
      return saves.map((save) => ({ opId: save.opId, field: save.field, outcome: 'applied', epoch: 1, revision: 1 }))
    }
    rig.engine.edit('q.x', number('1'))
    await rig.pass(pauses.idle)
    expect(seen).toHaveLength(1)
    expect(rig.engine.status()).toMatchObject({ unsaved: 1 })
  })
})
