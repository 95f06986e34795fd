import type { Translate } from '../../messages/catalogue.ts'
import { timeText } from '../time-text.ts'

/** What is said when a deadline moved; null where it moved by less than anybody would notice. */
export function changeText(t: Translate, before: number | null, deadline: number, now: number): string | null {
  // that the time is up is said by itself
  if (before === null || deadline <= now || Math.abs(deadline - before) < 1000) return null
  const minutes = Math.round((deadline - before) / 60_000)
  return minutes >= 1 ? t('during.moreTime', { minutes }) : t('during.lessTime', { time: timeText(t, deadline - now) })
}
