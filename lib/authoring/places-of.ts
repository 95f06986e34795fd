import type { Range } from '../../grader/question/outline/inspection.ts'

/** Where a piece of text without line breaks stands in a file, on lines and columns from 1. */
export function placesOf(source: string, piece: string): Range[] {
  return source.split(/\r?\n/).flatMap((text, k) =>
    starts(text, piece).map((at) => ({
      line: k + 1,
      column: at + 1,
      endLine: k + 1,
      endColumn: at + 1 + piece.length,
    })),
  )
}

function starts(text: string, piece: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) found.push(at)
  return found
}
