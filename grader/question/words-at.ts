import type { Stretch } from './reader.ts'

/** The word, number or single sign at an offset; nothing at the end of a line. */
export function wordAt(source: string, at: number): Stretch {
  const start = Math.max(0, Math.min(at, source.length))
  const word = /(?:[\p{L}\p{N}_][\p{L}\p{N}\p{M}_'’.-]*|[^\r\n])/uy
  word.lastIndex = start
  return { start, end: start + (word.exec(source)?.[0].length ?? 0) }
}

/** What is more than a line is shown by its first one, without blanks at its end; what is nothing by the word there. */
export function withinLine(source: string, start: number, end: number): Stretch {
  const text = source.slice(start, end)
  const first = /^[^\r\n]*/.exec(text)?.[0].trimEnd() ?? ''
  return first === '' ? wordAt(source, start) : { start, end: start + first.length }
}
