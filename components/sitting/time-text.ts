import type { Translate } from '../messages/catalogue.ts'
import { clockParts } from './remaining.ts'

/** The time that remains in words: `26 days 22 h`, `1 h 5 min`, near the end `4:05`. */
export function timeText(t: Translate, remaining: number): string {
  const { hours, minutes, seconds } = clockParts(remaining)
  const days = Math.floor(hours / 24)
  if (days >= 2) return t('sitting.daysHours', { days, hours: hours % 24 })
  if (seconds === null) return t('sitting.hoursMinutes', { hours, minutes })
  return t('sitting.minutesSeconds', { minutes, seconds: String(seconds).padStart(2, '0') })
}
