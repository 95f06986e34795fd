import { expect, it } from 'vitest'
import { exportInAddress } from './export-files.ts'

it.each([
  ['course=&collection=&drafts=1', { drafts: '1', slug: [] }],
  ['slug=a&slug=b&course=x', { course: 'x', slug: ['a', 'b'] }],
  ['slug=', { slug: [] }],
])('what a form leaves empty is not asked for: %s', (address, asked) => {
  expect(exportInAddress(new URLSearchParams(address))).toEqual(asked)
})
