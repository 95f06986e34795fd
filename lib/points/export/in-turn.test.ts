import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

const ended: string[] = []
async function* pieces(name: string, fails = false): AsyncGenerator<Uint8Array> {
  try {
    if (fails) throw new Error('no such exam')
    for (const text of ['a', 'b', 'c']) yield Buffer.from(name + text)
  } finally {
    ended.push(name)
  }
}
const read = async (stream: ReadableStream<Uint8Array>) => new Response(stream).text()

describe('files that are made while they are read', () => {
  it('are whole, and made to their end', async () => {
    expect(await read(await inTurn(pieces('x')))).toBe('xaxbxc')
    expect(ended.splice(0)).toEqual(['x'])
  })

  it('fail before anything is sent', async () => {
    await expect(inTurn(pieces('x', true))).rejects.toThrow('no such exam')
    expect(ended.splice(0)).toEqual(['x'])
  })

  it('are three at a time; whoever stops reading makes room', async () => {
    const three = await Promise.all(['1', '2', '3'].map((name) => inTurn(pieces(name))))
    await expect(inTurn(pieces('4'))).rejects.toMatchObject({ status: 503 })
    await three[0]?.cancel()
    const fourth = await inTurn(pieces('5'))
    await expect(inTurn(pieces('6'))).rejects.toMatchObject({ status: 503 })
    await Promise.all([three[1], three[2], fourth].map((stream) => stream && read(stream)))
    expect(ended.splice(0).toSorted()).toEqual(['1', '2', '3', '5'])
  })

  it('are given up where nobody reads them', async () => {
    const streams = await Promise.all(['1', '2', '3'].map((name) => inTurn(pieces(name), 5)))
    await expect.poll(() => ended.length, { timeout: 10_000 }).toBe(3)
    ended.length = 0
    expect(await read(await inTurn(pieces('x')))).toBe('xaxbxc')
    await expect(Promise.all(streams.map(read))).rejects.toThrow('in time')
  })
})
