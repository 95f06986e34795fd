import { expect, it } from 'vitest'
import { linesOf, madeUpCode } from './lines.ts'

it('a box of entries holds one a line, or between commas', () => {
  expect(linesOf(' 192.0.2.0/24 \n\n2001:db8::/32, 198.51.100.7;')).toEqual([
    '192.0.2.0/24',
    '2001:db8::/32',
    '198.51.100.7',
  ])
  expect(linesOf(' \n ')).toEqual([])
})

it('a made-up code has no letters that look alike', () => {
  for (let start = 0; start < 250; start += 6) {
    const bytes = Uint8Array.from({ length: 6 }, (_, k) => start + k)
    expect(madeUpCode(bytes)).toMatch(/^[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{3}$/)
  }
})
