import type { Translate } from '../messages/catalogue.ts'
import { clockParts } from './remaining.ts'

/** The time that remains in words: `1 h 5 min`, near the end `4:05`. */
export function timeText(t: Translate, remaining: number): string {
  const { hours, minutes, seconds } = clockParts(remaining)
  if (seconds === null) return t('sitting.hoursMinutes', { hours, minutes })
  return t('sitting.minutesSeconds', { minutes, seconds: String(seconds).padStart(2, '0') })
}
