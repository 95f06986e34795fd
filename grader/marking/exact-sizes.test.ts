import { describe, expect, it } from 'vitest'
import { desk, fieldOf } from './testing/desk.ts'
import { convolution } from './testing/questions.ts'

const { key, grade } = desk(convolution, 'sizes')
const [height = 0, width = 0, channels = 0] = key.expected.out?.data ?? []
const cells = height * width * channels
const out = async (text: string) => fieldOf(await grade({ out: { kind: 'shape', text } }), 'out')
const count = async (text: string) => fieldOf(await grade({ cells: { kind: 'number', text } }), 'cells')

describe('sizes and counts', () => {
  it('are exact: one too many is wrong, however large', async () => {
    expect(key.bands).toEqual({ out: [0, 0, 0], cells: [0] })
    expect(await count(String(cells))).toMatchObject({ verdict: 'right', score: 1 })
    expect(await count(`${cells}.0`)).toMatchObject({ verdict: 'right' })
    expect(await count(String(cells + 1))).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(await count(String(cells + 0.001))).toMatchObject({ verdict: 'wrong' })
  })

  it('have every dimension right and no other', async () => {
    expect(await out(`${height} × ${width} × ${channels}`)).toMatchObject({ verdict: 'right', score: 1 })
    expect(await out(`${height}, ${width + 1}, ${channels}`)).toMatchObject({ verdict: 'wrong', score: 0 })
    expect(await out(`(${height}, ${width})`)).toMatchObject({
      verdict: 'wrong',
      message: 'The shape has 3 dimensions; you gave 2.',
    })
    expect(await out(`(None, ${height}, ${width}, ${channels})`)).toMatchObject({
      verdict: 'wrong',
      message: expect.stringContaining('batch'),
    })
  })

  it('say when only the order of the axes differs', async () => {
    expect(await out(`${channels} × ${height} × ${width}`)).toMatchObject({
      verdict: 'wrong',
      message: expect.stringContaining('channels first'),
    })
    expect(await out(`${width} × ${height} × ${channels}`)).toMatchObject({
      message: expect.stringContaining('another order'),
    })
  })

  it('may be given by the names of the axes', async () => {
    expect(await out(`C=${channels}, H=${height}, W=${width}`)).toMatchObject({ verdict: 'right' })
  })

  it('name a mistake exactly', async () => {
    const grading = await grade({
      out: { kind: 'shape', text: `${height - 1} ${width - 1} ${channels}` },
      cells: { kind: 'number', text: String((height - 1) * (width - 1) * channels) },
    })
    expect(fieldOf(grading, 'out')).toMatchObject({ verdict: 'mistake', score: 0.5, named: { id: 'forgot-one' } })
  })
})
