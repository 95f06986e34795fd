import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { startStore, type TestStore } from '../testing/s3-server.ts'
import { signatureOf } from '../testing/s3-signature.ts'
import { s3Store } from './s3-store.ts'

let server: TestStore

beforeAll(async () => {
  server = await startStore()
})
afterAll(() => server.close())
beforeEach(() => {
  server.objects.clear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

describe('what holds signatures against the protocol', () => {
  // “Examples: Signature Calculations” of the documentation of S3
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
  const authorization = (headers: string) =>
    `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=${headers},Signature=x`
  const host = 'examplebucket.s3.amazonaws.com'
  const date = '20130524T000000Z'

  it('gives the published one of GET', () => {
    const headers = {
      host,
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': date,
      authorization: authorization('host;range;x-amz-content-sha256;x-amz-date'),
    }
    expect(signatureOf({ method: 'GET', address: '/test.txt', headers }, secret)).toBe(
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    )
  })

  it('gives the published one of PUT', () => {
    const headers = {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      host,
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      'x-amz-date': date,
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      authorization: authorization('date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class'),
    }
    expect(signatureOf({ method: 'PUT', address: '/test%24file.text', headers }, secret)).toBe(
      '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    )
  })
})

describe('pictures in an S3-compatible store', () => {
  const bytes = Buffer.from([0xff, 0xd8, 0, 1, 2, 255])

  it('are put and found again by their key, below the bucket and the prefix', async () => {
    const store = s3Store(server.address)
    await store.put('page/abc-large.jpg', bytes)
    expect([...server.objects.keys()]).toEqual(['/pages/of%20exams/page/abc-large.jpg'])
    expect(await store.get('page/abc-large.jpg')).toEqual(bytes)
    expect(await store.get('page/other.jpg')).toBeNull()
  })

  it('are tried again while the store is busy; when it stays so, the student’s page tries later', async () => {
    const store = s3Store(server.address)
    server.failNext(2)
    await store.put('a', bytes)
    expect(server.objects.size).toBe(1)
    server.failNext(50)
    await expect(store.put('b', bytes)).rejects.toMatchObject({ status: 503 })
    await expect(store.get('a')).rejects.toMatchObject({ status: 503 })
    server.failNext(0)
  })

  it('are not lost in silence: a wrong key and a store that is not there are trouble', async () => {
    const wrong = s3Store(server.address.replace('secret', 'other'))
    await expect(wrong.put('a', bytes)).rejects.toMatchObject({ status: 503 })
    const nobody = s3Store('http://a:b@127.0.0.1:9/bucket')
    await expect(nobody.put('a', bytes)).rejects.toMatchObject({ status: 503 })
    expect(server.objects.size).toBe(0)
  })
})
