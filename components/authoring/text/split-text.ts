/** A stretch of the file, in offsets from its start. */
export interface Stretch {
  from: number
  to: number
}

const opening = /^\uFEFF?---[ \t]*\r?\n/
const closing = /^---[ \t]*$/m

/** Front matter and body. While the second line of --- is missing, everything is front matter. */
export function splitText(text: string): { front: Stretch | null; body: number } {
  const open = opening.exec(text)
  if (!open) return { front: null, body: 0 }
  const from = open[0].length
  const close = closing.exec(text.slice(from))
  if (!close) return { front: { from, to: text.length }, body: text.length }
  const line = from + close.index + close[0].length
  return { front: { from, to: from + close.index }, body: Math.min(text.length, line + 1) }
}
