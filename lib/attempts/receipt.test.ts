import { expect, it } from 'vitest'
import { receiptCode } from './receipt.ts'

it('a receipt is four groups of four', () => {
  expect(receiptCode('3f2a90c177b0e1d4aaaa')).toBe('3F2A-90C1-77B0-E1D4')
})
