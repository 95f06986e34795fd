/** The most of a file's descriptions that is looked through. */
const most = 1_000_000
const active = /<script|<html|<svg|<!doctype|<\?php|<iframe|javascript:|%pdf-/
/** By which other kinds of files begin: programs, archives, pictures. */
const beginnings = ['504b0304', '504b0506', '4d5a', '7f454c46', '52617221', '377abcaf', '47494638', '2321', '1f8b']

/** Whether something that other programs would run or open stands in a part of a picture that is no picture. */
export function hidesSomething(part: Buffer): boolean {
  const head = part.toString('hex', 0, 8)
  return (
    beginnings.some((beginning) => head.startsWith(beginning)) ||
    active.test(part.toString('latin1', 0, most).toLowerCase())
  )
}
