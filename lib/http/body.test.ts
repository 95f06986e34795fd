import { describe, expect, it } from 'vitest'
import { readJson } from './body.ts'

const sent = (body: string, type = 'application/json') =>
  readJson(new Request('http://localhost/', { method: 'POST', body, headers: { 'content-type': type } }))

describe('a JSON body', () => {
  it('is read as it is, but for NUL, which no database can keep', async () => {
    expect(await sent('{"text":"a\\u0000b é","list":["\\u0000"],"n":1}')).toEqual({ text: 'ab é', list: [''], n: 1 })
  })

  it.each([
    ['broken', '{'],
    ['of another prototype', '{"__proto__":{"admin":true}}'],
  ])('that is %s is refused', async (_what, body) => {
    await expect(sent(body)).rejects.toMatchObject({ status: 400, code: 'json' })
  })

  it('of another content type is refused: a form of another page cannot send it', async () => {
    await expect(sent('{}', 'text/plain')).rejects.toMatchObject({ status: 415 })
  })
})
