/** Prints instants of an exam's day, in the reader's zone: `Nov 23, 14:05`. */
export function printClock(locale: string, zone: string): (iso: string) => string {
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  return (iso) => format.format(Date.parse(iso))
}
