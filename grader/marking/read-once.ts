import { type NumberReading, readNumber } from '../answers/number.ts'

const mostKept = 20_000
// what is longer is rare, and not worth remembering
const longest = 16
const readings = new Map<string, NumberReading>()

/** Reads a number; what a class typed before is remembered. The reading is shared: it must not be changed. */
export function readOnce(text: string): NumberReading {
  if (text.length > longest) return readNumber(text)
  const known = readings.get(text)
  if (known) return known
  const reading = readNumber(text)
  if (readings.size >= mostKept) readings.clear()
  readings.set(text, reading)
  return reading
}
