import { expect, it } from 'vitest'
import { messagesIn } from '../../messages/catalogue.ts'
import { secondsText, short } from './seconds.ts'

it('says times as people do', () => {
  const t = messagesIn('en')
  expect([0.4, 59.6, 119, 120, 754, null].map((seconds) => secondsText(seconds, t))).toEqual([
    '0 s',
    '60 s',
    '119 s',
    '2 min',
    '12.6 min',
    'unknown',
  ])
  expect([0.125, 2, 1 / 3].map(short)).toEqual(['0.13', '2', '0.33'])
})
