import type { Translate } from '../../messages/catalogue.ts'

/** A time as people say it: seconds up to two minutes, then minutes. */
export function secondsText(seconds: number | null, t: Translate): string {
  if (seconds === null) return t('progress.unknown')
  return seconds < 120
    ? t('progress.seconds', { unit: 'seconds', n: Math.round(seconds) })
    : t('progress.seconds', { unit: 'minutes', n: Math.round(seconds / 6) / 10 })
}

/** Two decimals at most, none where there are none. */
export const short = (points: number) => String(Number(points.toFixed(2)))

/** What somebody did, for the message that says it. */
export function worked(
  { n, median, p90 }: { n: number; median: number | null; p90: number | null },
  t: Translate,
): { n: number; median: string; ninety: string } {
  return { n, median: secondsText(median, t), ninety: secondsText(p90, t) }
}
