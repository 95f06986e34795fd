import type { Translate } from '../../messages/catalogue.ts'

/** How long something took, as one would say it: in days, hours or minutes. */
export function durationInWords(seconds: number, t: Translate): string {
  if (seconds >= 2 * 86_400) return t('requests.days', { n: Math.floor(seconds / 86_400) })
  if (seconds >= 7_200) return t('requests.hours', { n: Math.floor(seconds / 3_600) })
  return t('requests.minutes', { n: Math.floor(seconds / 60) })
}

/** Points that were given or taken, with their sign. */
export function signedPoints(points: number, locale: string): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' })
  return number.format(points).replace('-', '−')
}
