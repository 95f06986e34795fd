/** What stands in a box of one entry a line. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Letters and digits that are not mistaken for each other when they are read from a blackboard. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code of six signs, from random bytes. */
export function madeUpCode(bytes: Uint8Array): string {
  const signs = [...bytes.subarray(0, 6)].map((byte) => alphabet[byte % alphabet.length])
  return `${signs.slice(0, 3).join('')}-${signs.slice(3).join('')}`
}
