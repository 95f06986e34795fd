import { expect, it } from 'vitest'
import { messagesIn } from '../messages/catalogue.ts'
import { timeText } from './time-text.ts'

const hour = 3_600_000

it('the time that remains is said in days, in hours, and near the end in seconds', () => {
  const said = [646.2 * hour, 48 * hour, 47.5 * hour, hour, 245_000].map((left) => timeText(messagesIn('en'), left))
  expect(said).toEqual(['26 days 22 h', '2 days', '47 h 30 min', '1 h 0 min', '4:05'])
})
