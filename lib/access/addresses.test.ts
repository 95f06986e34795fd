import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../environment.ts'
import { clientAddress } from './client-address.ts'
import { connectionAddress, rememberConnections } from './connection.ts'
import { networkTest, plainAddress, readNetwork } from './networks.ts'

const range = (text: string) => {
  const read = readNetwork(text)
  if (!read.ok) throw new Error(read.problem)
  return read.network
}

describe('networks', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.255', '192.0.3.0'],
    ['192.0.2.7', '192.0.2.7', '192.0.2.8'],
    ['2001:db8::/32', '2001:db8:ffff::1', '2001:db9::1'],
    ['2001:db8::1', '2001:DB8:0:0::1', '2001:db8::2'],
    ['10.1.2.3/8', '10.255.0.1', '11.0.0.1'],
    ['0.0.0.0/0', '203.0.113.9', '2001:db8::1'],
  ])('%s has %s in it and not %s', (text, inside, outside) => {
    const has = networkTest([range('198.51.100.1'), range(text)])
    expect([has(inside), has(outside)]).toEqual([true, false])
  })

  it.each(['', 'lab', '192.0.2.0/33', '192.0.2/24', '1.2.3.4/8/8', '2001:db8::/129', '192.0.2.0/', '192.0.2.0/-1'])(
    'says what to write instead of “%s”',
    (text) => {
      expect(readNetwork(text)).toMatchObject({ ok: false, problem: expect.stringMatching(/Write|from 0 to/) })
    },
  )

  it('know one address in all its spellings', () => {
    expect(plainAddress('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(plainAddress('fe80::1%eth0')).toBe('fe80::1')
    expect(plainAddress('192.0.2.7:80')).toBeNull()
    expect(plainAddress(undefined)).toBeNull()
  })
})

describe('the setting of trusted proxies', () => {
  const from = (TRUST_PROXY?: string) =>
    readEnvironment({ DATABASE_URL: 'postgresql://u:p@h/d', TRUST_PROXY }).TRUST_PROXY

  it('is a list of networks, or says what is wrong with it', () => {
    expect(from('10.0.0.0/8, ::1')).toEqual(['10.0.0.0/8', '::1/128'])
    expect(from()).toEqual([])
    expect(() => from('true')).toThrow('TRUST_PROXY: “true” is no address')
  })
})

describe('where a request comes from', () => {
  const proxies = [range('10.0.0.0/8'), range('fd00::/8')]

  it.each<[string, string, string | null, string[], string | null]>([
    ['the connection', '203.0.113.9', null, [], '203.0.113.9'],
    ['the connection, whatever a header claims', '203.0.113.9', '192.0.2.1', [], '203.0.113.9'],
    ['the connection where it is no trusted proxy', '203.0.113.9', '192.0.2.1', proxies, '203.0.113.9'],
    ['what a trusted proxy says', '::ffff:10.0.0.1', '192.0.2.1', proxies, '192.0.2.1'],
    [
      'the last that a trusted proxy saw, not what was sent to it',
      '10.0.0.1',
      '192.0.2.1, 203.0.113.9',
      proxies,
      '203.0.113.9',
    ],
    ['the first before a row of proxies', 'fd00::1', '192.0.2.1, 203.0.113.9, 10.9.9.9', proxies, '203.0.113.9'],
    ['the proxy, where it says nothing', '10.0.0.1', null, proxies, '10.0.0.1'],
    ['nowhere, where a proxy says what is no address', '10.0.0.1', 'unknown', proxies, null],
  ])('is %s', (_what, peer, forwarded, trusted, expected) => {
    expect(clientAddress(peer, forwarded, trusted)).toBe(expected)
  })

  it('is remembered for the whole of a request, each its own', async () => {
    expect(connectionAddress()).toBeUndefined()
    rememberConnections()
    rememberConnections()
    const server = http.createServer(async (_request, response) => {
      await new Promise((resolve) => setImmediate(resolve))
      response.end(connectionAddress())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    try {
      const said = await fetch(`http://127.0.0.1:${port}`, { headers: { 'x-forwarded-for': '192.0.2.1' } })
      expect(await said.text()).toBe('127.0.0.1')
      expect(connectionAddress()).toBeUndefined()
    } finally {
      server.close()
    }
  })
})
