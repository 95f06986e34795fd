import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShape } from './shape.ts'

describe('readShape', () => {
  it.each([
    ['(32, 14, 14)', [32, 14, 14]],
    ['[32, 14, 14]', [32, 14, 14]],
    ['14 × 14 × 32', [14, 14, 32]],
    ['32 14 14', [32, 14, 14]],
    ['torch.Size([32, 14, 14])', [32, 14, 14]],
    ['TensorShape([None, 5])', ['N', 5]],
    ['(-1, 28)', ['N', 28]],
    ['?x28x28', ['N', 28, 28]],
    ['$32 \\times 14$', [32, 14]],
    ['٣×٤', [3, 4]],
    ['(5,)', [5]],
    ['(3, 4,)', [3, 4]],
    ['x.shape = (3, 4)', [3, 4]],
    ['28 by 28 by 1', [28, 28, 1]],
    ['()', []],
  ])('reads %j', (text, dimensions) => {
    expect(readShape(text)).toEqual({ ok: true, dimensions, labels: null })
  })

  it('keeps the names of axes', () => {
    expect(readShape('C=32, H = 14, W=14')).toEqual({ ok: true, dimensions: [32, 14, 14], labels: ['C', 'H', 'W'] })
    expect(readShape('H=14 W=15')).toMatchObject({ labels: ['H', 'W'], dimensions: [14, 15] })
    expect(readShape('C=32, 14')).toMatchObject({ ok: false })
  })

  it.each(['(32,,14)', '(32,14', '(3,4]', 'H/2 × W/2', '3.5x2', '-3x2', '1e3', '3 x 4 x', '3x4)', 'hello', '3×(4×5)'])(
    'refuses %j with a sentence',
    (text) => {
      const reading = readShape(text)
      expect(reading).toMatchObject({ ok: false, reason: 'unreadable' })
      if (!reading.ok) expect(reading.message).toMatch(/^[“A-Z].*[.]$/s)
    },
  )

  it('says which dimension is unreadable', () => {
    expect(readShape('32, fourteen, 14')).toMatchObject({ message: expect.stringContaining('position 2') })
  })

  it('reads back what is printed, however it is joined, and never throws', () => {
    const dimensions = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 })
    const join = fc.constantFrom(', ', 'x', ' × ', ' ', '*', ' by ')
    fc.assert(
      fc.property(dimensions, join, (all, between) => {
        const reading = readShape(all.join(between))
        return reading.ok && reading.dimensions.join() === all.join()
      }),
      { seed: 4 },
    )
    const piece = fc.constantFrom(...'0123456789xX×,;()[] =-?NCHW.', 'by', 'None', 'torch.Size')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (all) => {
        const reading = readShape(all.join(''))
        return !reading.ok || reading.dimensions.every((n) => n === 'N' || Number.isSafeInteger(n))
      }),
      { seed: 5, numRuns: 5000 },
    )
  })
})
