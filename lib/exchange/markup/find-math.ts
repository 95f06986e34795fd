export interface MathPiece {
  tex: string
  display: boolean
}

const delimited = /\\\(([\s\S]{1,4000}?)\\\)|\\\[([\s\S]{1,4000}?)\\\]|\$\$([^$]{1,4000}?)\$\$/g

/** A text taken apart at the math that foreign formats write into it: `\(…\)`, `\[…\]` and `$$…$$`. */
export function findMath(text: string): (string | MathPiece)[] {
  const pieces: (string | MathPiece)[] = []
  let at = 0
  for (const found of text.matchAll(delimited)) {
    if (found.index > at) pieces.push(text.slice(at, found.index))
    pieces.push({ tex: found[1] ?? found[2] ?? found[3] ?? '', display: found[1] === undefined })
    at = found.index + found[0].length
  }
  return at < text.length ? [...pieces, text.slice(at)] : pieces
}
