import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { answerPieces, makePiece } from './pieces.ts'

const ask = (headers: Record<string, string> = {}) => new Request('http://localhost/x', { headers })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

const texts = ['{"list":[', '"ä – ∑"', ',', JSON.stringify('x'.repeat(100_000)), ']}']
const pieces = await Promise.all(texts.map(makePiece))

describe('a text in pieces', () => {
  it('is the same text, packed and not', async () => {
    expect((await bytesOf(answerPieces(ask(), pieces))).toString()).toBe(texts.join(''))
    const packed = answerPieces(ask({ 'accept-encoding': 'br, gzip;q=0.8' }), pieces)
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    const bytes = await bytesOf(packed)
    expect(bytes.length).toBeLessThan(1_000)
    expect(gunzipSync(bytes).toString()).toBe(texts.join(''))
  })

  it('is not sent again to who has it, and has another name when anything in it differs', async () => {
    const etag = answerPieces(ask(), pieces).headers.get('etag') ?? ''
    expect(answerPieces(ask({ 'if-none-match': `"other", W/${etag}` }), pieces).status).toBe(304)
    const others = [...pieces.slice(0, -1), await makePiece('] }')]
    expect(answerPieces(ask({ 'if-none-match': etag }), others).status).toBe(200)
  })
})
