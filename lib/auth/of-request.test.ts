import { encode } from 'next-auth/jwt'
import { beforeAll, describe, expect, it } from 'vitest'
import { principalOfRequest } from './of-request.ts'

const secret = 'a secret of this test'
let token: string

beforeAll(async () => {
  process.env.DATABASE_URL ??= 'postgresql://u:p@127.0.0.1:1/none'
  process.env.NEXTAUTH_SECRET = secret
  token = await encode({ token: { sub: 'p-1', name: 'Ada', email: 'a@b.c' }, secret, maxAge: 600 })
})

const who = (cookie?: string) =>
  principalOfRequest(new Request('http://localhost/x', cookie === undefined ? {} : { headers: { cookie } }))

describe('who makes a request', () => {
  it('is in its cookies, whole or in parts', async () => {
    const middle = Math.floor(token.length / 2)
    const name = 'next-auth.session-token'
    for (const cookie of [
      `${name}=${token}`,
      `theme=dark; __Secure-${name}=${token}; zone=Europe%2FBerlin`,
      `${name}.1=${token.slice(middle)};${name}.0=${token.slice(0, middle)}`,
    ])
      expect(await who(cookie), cookie).toMatchObject({ personId: 'p-1', name: 'Ada' })
  })

  it.each([undefined, '', '=', 'theme=dark', 'next-auth.session-token=x', ';;;'])(
    'is nobody with %j',
    async (cookie) => {
      expect(await who(cookie)).toBeNull()
    },
  )
})
