import { lineSteps, linesOf } from './text-diff.ts'

/**
 * Where each line of one text stands in another: by its number (from 1) the number there, and nothing for a line that is
 * gone. A line that was replaced by one other is taken to be that one.
 */
export function carryLines(from: string, to: string): Map<number, { line: number; changed: boolean }> {
  const found = new Map<number, { line: number; changed: boolean }>()
  const steps = lineSteps(linesOf(from), linesOf(to))
  let [left, right] = [0, 0]
  for (const [at, { kind, lines }] of steps.entries()) {
    if (kind === 'same')
      for (let k = 1; k <= lines.length; k += 1) found.set(left + k, { line: right + k, changed: false })
    const next = steps[at + 1]
    if (kind === 'removed' && next?.kind === 'added' && next.lines.length === lines.length)
      for (let k = 1; k <= lines.length; k += 1) found.set(left + k, { line: right + k, changed: true })
    if (kind !== 'added') left += lines.length
    if (kind !== 'removed') right += lines.length
  }
  return found
}
