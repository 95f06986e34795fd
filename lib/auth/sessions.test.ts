import { decode, encode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makePerson } from '../db/testing/scenario.ts'
import { environment } from '../environment.ts'
import { authOptions } from './options.ts'
import type { Principal } from './principal.ts'
import { renewedToken } from './renew.ts'
import { beginSession, endSession, endSessionsOf, sessionSeconds } from './sessions.ts'
import { principalOf } from './token.ts'

let ada: Principal
let monotonic = 0
const secret = () => environment().NEXTAUTH_SECRET ?? ''
const tokenOf = (sid: string, maxAge = sessionSeconds) =>
  encode({ token: { sub: ada.personId, name: 'Ada', email: ada.email, sid }, secret: secret(), maxAge })

beforeAll(async () => {
  await freshDatabase()
  ada = await makePerson('Ada')
})
afterAll(closePools)
beforeEach(() => {
  monotonic += 60_000
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic)
})

describe('a session', () => {
  it('that is signed out is over at once, though its token was kept', async () => {
    const sid = await beginSession(ada.personId)
    const token = await tokenOf(sid)
    expect(await principalOf(token)).toMatchObject({ personId: ada.personId, sessionId: sid })
    await authOptions().events?.signOut?.({ token: { sid } } as never)
    expect(await principalOf(token)).toBeNull()
  })

  it('that somebody else ended is over within five seconds, and others of the same person go on', async () => {
    const [mine, other] = [await beginSession(ada.personId), await beginSession(ada.personId)]
    const [token, kept] = [await tokenOf(mine), await tokenOf(other)]
    expect(await principalOf(token)).not.toBeNull()
    await query('UPDATE session SET ended_at = clock_timestamp() WHERE id = $1', [mine])
    monotonic += 5_001
    expect(await principalOf(token)).toBeNull()
    expect(await principalOf(kept)).not.toBeNull()
  })

  it('that was ended is not ended once more with the others of a person', async () => {
    const [over, open] = [await beginSession(ada.personId), await beginSession(ada.personId)]
    await endSession(over)
    const ended = await endSessionsOf(query, ada.personId)
    expect(ended).toContain(open)
    expect(ended).not.toContain(over)
  })

  it('that was ended is not prolonged by asking for it', async () => {
    const sid = await beginSession(ada.personId)
    await endSession(sid)
    const jwt = authOptions().callbacks?.jwt
    await expect(jwt?.({ token: { sub: ada.personId, sid } } as never)).rejects.toThrow('ended')
  })

  it('is renewed after an hour of use, never before, and stays the same session', async () => {
    const token = await tokenOf('the-session')
    expect(await renewedToken(token)).toBeNull()
    const later = await renewedToken(token, Date.now() + 3601_000)
    const claims = await decode({ token: later ?? '', secret: secret() })
    expect(claims).toMatchObject({ sub: ada.personId, sid: 'the-session' })
    expect(Number(claims?.exp) - Date.now() / 1000).toBeGreaterThan(sessionSeconds - 60)
    expect(await renewedToken(await tokenOf('the-session', -60))).toBeNull()
  })

  it('is over when its time is, also while the token is remembered', async () => {
    const token = await tokenOf(await beginSession(ada.personId), 5)
    expect(await principalOf(token)).not.toBeNull()
    vi.setSystemTime(Date.now() + 25_000) // past the 15 s by which clocks may differ
    expect(await principalOf(token)).toBeNull()
    vi.useRealTimers()
  })
})
