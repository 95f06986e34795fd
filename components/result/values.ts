/** A value as a student would write it: with the decimals asked for, or exact where it is whole; a real minus sign. */
export function printValue(value: number, decimals: number | null): string {
  if (!Number.isFinite(value)) return String(value)
  const text =
    decimals === null || (Number.isInteger(value) && decimals === 0) ? String(value) : value.toFixed(decimals)
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−')
}

/** Points, with at most two decimals and no needless zeros. */
export function roundedPoints(points: number): number {
  return Math.round(points * 100) / 100
}

/** The half-width of a band: two significant digits, written out. */
export function printBand(band: number): string {
  if (!(band > 0) || !Number.isFinite(band)) return String(band)
  const places = Math.max(0, 1 - Math.floor(Math.log10(band)))
  const text = band.toFixed(Math.min(places, 20))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
