import type { LatexReader } from './tokenise-latex.ts'

/** `{a \\over b}`, as plain TeX writes a fraction. Whether there was one. */
export function readOver(reader: LatexReader, start: number): boolean {
  const { source } = reader
  const end = source.closing(start)
  const at = topLevelOver(source.text, start + 1, end)
  if (at === null) return false
  reader.symbols('{{', start)
  reader.within(start + 1, at)
  reader.symbols('}/{', at)
  reader.within(at + '\\over'.length, end)
  source.at = end + 1
  reader.symbols('}}', end)
  return true
}

function topLevelOver(text: string, from: number, to: number): number | null {
  let depth = 0
  for (let at = from; at < to; at++) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    else if (text[at] === '\\') {
      if (depth === 0 && /^\\over(?![A-Za-z])/.test(text.slice(at, at + 6))) return at
      at += 1
    }
  }
  return null
}
