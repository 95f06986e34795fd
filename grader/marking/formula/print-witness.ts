import type { SidesVerdict } from './compare-sides.ts'

/** `For H = 12, F = 3 this gives 6.5, not 6.` */
export function printWitness({ point, reference, answer }: NonNullable<SidesVerdict['witness']>): string {
  const scalars = [...point.values].filter(([, { shape }]) => shape.length === 0)
  const where = scalars.slice(0, 8).map(([name, { data }]) => `${name} = ${rounded(data[0] ?? 0)}`)
  const at = reference.findIndex((value, i) => value !== answer[i])
  const entry = reference.length > 1 ? ` in entry ${at + 1}` : ''
  const found = answer[at] ?? Number.NaN
  const given = Number.isNaN(found) ? 'this has no value' : `this gives ${rounded(found)}`
  return `${where.length > 0 ? `For ${where.join(', ')} ` : 'For drawn values '}${given}${entry}, not ${rounded(reference[at] ?? 0)}.`
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(6)))
}
