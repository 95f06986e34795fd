import { describe, expect, it } from 'vitest'
import { Rig } from '../engine/rig.ts'

const text = (markdown: string) => ({ kind: 'text' as const, markdown })

/** An exam in which something was typed just before the server turned it away. */
async function turnedAway(status: number): Promise<Rig> {
  const rig = await Rig.opened()
  rig.server.turnsAway = status
  rig.engine.edit('q.why', text('before'))
  await rig.pass(2_000)
  return rig
}

describe('a session that is over in mid-exam', () => {
  it('sends nothing more while nobody is signed in, and everything once the student is back', async () => {
    const rig = await turnedAway(401)
    expect(rig.engine.status()).toMatchObject({ standing: 'signed-out', unsaved: 1 })
    rig.engine.edit('q.why', text('before and after'))
    await rig.pass(120_000)
    expect(rig.server.requests).toHaveLength(1)

    rig.server.turnsAway = null
    expect(await rig.engine.ask()).toBe('open')
    await rig.pass(0)
    expect(rig.server.held['q.why']?.value).toEqual(text('before and after'))
    expect(rig.engine.status()).toMatchObject({ standing: 'open', unsaved: 0, activity: 'saved' })
  })

  it('finds out by itself that the student is back', async () => {
    const rig = await turnedAway(401)
    rig.server.turnsAway = null
    await rig.pass(31_000)
    expect(rig.server.held['q.why']?.value).toEqual(text('before'))
  })

  it('sends nothing under the name of somebody else', async () => {
    const rig = await turnedAway(401)
    rig.server.turnsAway = 404
    expect(await rig.engine.ask()).toBe('other-person')
    rig.engine.edit('q.why', text('secret'))
    rig.engine.flush()
    rig.engine.flushOnLeaving()
    await rig.pass(120_000)
    expect(rig.server.requests).toHaveLength(1)
    expect(await rig.engine.settle()).toBe(false)
  })

  it('says in the server’s words why it is refused, and goes on when it no longer is', async () => {
    const rig = await turnedAway(403)
    expect(rig.engine.status()).toMatchObject({ standing: 'refused', refusal: 'Not from here.' })
    rig.server.turnsAway = null
    await rig.pass(31_000)
    expect(rig.engine.status()).toMatchObject({ standing: 'open', refusal: null, unsaved: 0 })
  })

  it('is noticed by looking alone, before anything is typed', async () => {
    const rig = await Rig.opened()
    rig.server.turnsAway = 401
    await rig.engine.refresh()
    expect(rig.engine.status().standing).toBe('signed-out')
  })
})
