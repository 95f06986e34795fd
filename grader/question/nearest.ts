/** Edits (insert, delete, replace, swap neighbours) that turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, j) => j)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      }
      next.push(best)
    }
    before = row
    row = next
  }
  return row[to.length] ?? 0
}

/** The word of the list that was probably meant, or null if none is close. */
export function nearest(word: string, words: Iterable<string>): string | null {
  if (word.length > 60) return null
  let best: string | null = null
  let distance = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) >= distance) continue
    const d = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (d < distance) [best, distance] = [candidate, d]
  }
  return best
}

/** ` Did you mean “x”?`, or nothing. */
export function suggestion(word: string, words: Iterable<string>): string {
  const near = nearest(word, words)
  return near === null || near === word ? '' : ` Did you mean “${near}”?`
}
