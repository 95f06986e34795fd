import { expect, test } from 'vitest'
import { numberKey, readNumber } from './student-number.ts'

test('a number is read as it was meant, however a spreadsheet has put it', () => {
  expect([' 0123 456 ', '1234567.0', '12.50', '', '\u200b77\u00a0'].map(readNumber)).toEqual([
    '0123456',
    '1234567',
    '12.50',
    '',
    '77',
  ])
})

test('leading zeros and capitals do not tell numbers apart, and a number of zeros is one', () => {
  expect(['00123', '123', 'a12', 'A12', '000', '0'].map(numberKey)).toEqual(['123', '123', 'a12', 'a12', '0', '0'])
})
