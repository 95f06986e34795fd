import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closePools } from '../db/pool.ts'
import { inTransaction, query } from '../db/query.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { environment } from '../environment.ts'
import { localIssuer, signInFromIssuer, signInLocally, signInName } from './accounts.ts'
import { authOptions } from './options.ts'
import { checkPassword, hashPassword } from './password.ts'
import { saysVerified } from './providers.ts'
import { beginSessionWith } from './sessions.ts'
import { principalOf, sessionToken } from './token.ts'

beforeAll(async () => {
  await freshDatabase()
  await query('INSERT INTO person (issuer, subject, name, email, password_hash) VALUES ($1, $2, $3, $2, $4)', [
    localIssuer,
    'ada@example.edu',
    'Ada',
    await hashPassword('correct horse'),
  ])
})
afterAll(closePools)

describe('passwords', () => {
  it('are salted, checked, and the same in every Unicode spelling', async () => {
    const [one, two] = await Promise.all([hashPassword('Å'), hashPassword('Å')])
    expect(one).not.toBe(two)
    expect(await checkPassword('A\u030a', one)).toBe(true)
    expect(await checkPassword('A', one)).toBe(false)
  })

  it('take as long for an account that does not exist, and never fit it', async () => {
    expect(await checkPassword('of an account that does not exist', null)).toBe(false)
  })
})

describe('signing in', () => {
  it('takes the right password only, in any spelling of the address', async () => {
    expect(await signInLocally(' ADA@example.edu', 'correct horse')).toMatchObject({ name: 'Ada' })
    expect(await signInLocally('ada@example.edu', 'wrong horse')).toBeNull()
    expect(await signInLocally('nobody@example.edu', 'correct horse')).toBeNull()
    expect(await signInLocally('ada@example.edu', 'x'.repeat(2_000))).toBeNull()
  })

  it('takes no password that is too long to be checked, nor one of an account from elsewhere', async () => {
    const long = 'x'.repeat(1_025)
    const [stored, own] = [await hashPassword(long), await hashPassword('correct horse')]
    await query(
      `INSERT INTO person (issuer, subject, name, email, password_hash)
       VALUES ($1, 'long@example.edu', '', '', $2), ('https://id.example', 'elsewhere@example.edu', '', '', $3)`,
      [localIssuer, stored, own],
    )
    expect(await signInLocally('long@example.edu', long)).toBeNull()
    expect(await signInLocally('elsewhere@example.edu', 'correct horse')).toBeNull()
  })

  it('begins a session, but not with a password that was replaced while it was looked at', async () => {
    const ada = await signInLocally('ada@example.edu', 'correct horse')
    const [row] = await query<{ hash: string }>('SELECT password_hash AS hash FROM person WHERE id = $1', [
      ada?.personId,
    ])
    const { personId = '' } = ada ?? {}
    expect(
      await query('SELECT FROM session WHERE id = $1 AND person_id = $2', [ada?.sessionId, personId]),
    ).toHaveLength(1)
    const waiter = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
    const { begun } = await inTransaction(async (setting) => {
      await setting(`UPDATE person SET password_hash = 'another' WHERE id = $1`, [personId])
      const begun = beginSessionWith(personId, row?.hash ?? '')
      await expect.poll(async () => (await query(waiter)).length, { timeout: 20_000 }).toBeGreaterThan(0)
      return { begun }
    })
    expect(await begun).toBeNull()
    await query('UPDATE person SET password_hash = $2 WHERE id = $1', [personId, row?.hash])
  })

  it('knows no look-alike letters', () => {
    expect(signInName('ａda@example.edu')).toBe('ada@example.edu')
    expect(signInName('аda@example.edu')).toBeNull() // a Cyrillic first letter
    expect(signInName('ada')).toBeNull()
  })

  const from = (subject: string, email: string, issuer = 'https://id.example', emailVerified = true) =>
    signInFromIssuer({ issuer, subject, name: 'Ada', email, emailVerified })

  it('knows people of an issuer by their subject: an equal e-mail address is somebody else', async () => {
    const first = await from('s1', 'ada@example.edu')
    expect(await from('s1', 'New@example.edu')).toEqual({ ...first, email: 'new@example.edu' })
    const other = await from('s1', 'ada@example.edu', 'https://other.example')
    expect(other.personId).not.toBe(first.personId)
    expect(other.personId).not.toBe((await signInLocally('ada@example.edu', 'correct horse'))?.personId)
  })

  it('lets an address that was given to somebody else be theirs alone', async () => {
    const theirs = async () =>
      (await query<{ subject: string }>(`SELECT subject FROM person WHERE email = 'p@u.edu' AND email_verified`)).map(
        ({ subject }) => subject,
      )
    await from('left', 'p@u.edu')
    expect(await theirs()).toEqual(['left'])
    await from('came', 'p@u.edu', undefined, false)
    expect(await theirs()).toEqual(['left'])
    await from('came', 'P@u.edu')
    expect(await theirs()).toEqual(['came'])
    await from('came', 'p@u.edu', undefined, false)
    expect(await theirs()).toEqual([])
  })

  it.each([
    [{ email_verified: true }, true, true],
    [{ email_verified: 'true' }, true, true],
    [{ email_verified: false }, false, false],
    [{ email_verified: 'no' }, false, false],
    [{}, false, true],
    [undefined, false, true],
  ])('takes %j for a proof or not', (profile, alone, trusted) => {
    expect([saysVerified(profile, false), saysVerified(profile, true)]).toEqual([alone, trusted])
  })

  it('puts the person into the token, and nothing of roles', async () => {
    const jwt = authOptions().callbacks?.jwt
    const { personId } = await from('s9', 'a@b.c')
    const token = (user: object, provider: string) =>
      jwt?.({ token: {}, user, account: { provider, providerAccountId: 's9' } } as never)
    const said = { name: 'Ada', email: 'a@b.c' }
    const local = await token({ id: personId, ...said, sessionId: 'begun' }, 'credentials')
    expect(local).toEqual({ sub: personId, ...said, sid: 'begun' })
    const { sub, sid } = (await token({ id: 's9', ...said }, 'oidc')) ?? {}
    expect(await query('SELECT person_id AS sub FROM session WHERE id = $1', [sid])).toEqual([{ sub }])
  })
})

describe('sessions', () => {
  const token = (secret: string, maxAge = 60) =>
    encode({ token: { sub: 'p1', name: 'Ada', email: 'a@b.c' }, secret, maxAge })

  it('are read from one cookie or several', () => {
    const name = 'next-auth.session-token'
    expect(sessionToken([{ name, value: 'abc' }])).toBe('abc')
    expect(
      sessionToken([
        { name: `${name}.1`, value: 'b' },
        { name: `${name}.0`, value: 'a' },
      ]),
    ).toBe('ab')
    expect(sessionToken([{ name: 'other', value: 'x' }])).toBeNull()
  })

  it('say who it is, where they are ours and not over', async () => {
    const secret = environment().NEXTAUTH_SECRET ?? ''
    const ours = await token(secret)
    expect(await principalOf(ours)).toEqual({ personId: 'p1', name: 'Ada', email: 'a@b.c' })
    expect(await principalOf(ours)).toEqual({ personId: 'p1', name: 'Ada', email: 'a@b.c' })
    expect(await principalOf(await token('another secret'))).toBeNull()
    expect(await principalOf(await token(secret, -60))).toBeNull()
    expect(await principalOf('nonsense')).toBeNull()
  })
})
