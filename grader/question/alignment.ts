/**
 * Where every character of a YAML scalar's value stands in the file, so that a problem inside an expression can be
 * shown at its own column although the scalar was quoted, folded or indented. The result has one entry more than the
 * value: its end. Blanks may move by one; letters and signs never do.
 */
export function alignValue(value: string, source: string, start: number, end: number): number[] {
  const places: number[] = []
  let at = start
  if (/["'|>]/.test(source[at] ?? '') && value[0] !== source[at]) at += 1
  for (const character of value) {
    if (!/\s/.test(character)) {
      const found = source.indexOf(character, at)
      if (found >= 0 && found < end) at = found
    }
    for (let unit = 0; unit < character.length; unit++) places.push(Math.min(at + unit, end))
    at = Math.min(at + character.length, end)
  }
  places.push(at)
  return places
}
