import { diffArrays, diffWordsWithSpace } from 'diff'

/** A piece of a line; changed: the other side says something else there. */
export interface DiffPart {
  text: string
  changed: boolean
}

/** A line of a comparison, with its numbers (from 1) on the side, or sides, where it stands. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed'
  left: number | null
  right: number | null
  parts: DiffPart[]
}

/** What differs between two texts: changed lines with a few of their neighbours. */
export interface TextDiff {
  added: number
  removed: number
  hunks: { lines: DiffLine[] }[]
  /** one of them alone ends with a line break: another version, of the same lines */
  ending?: true
}

/** Unchanged lines shown around a change. */
const around = 3
/** Beyond this two texts are hardly alike: comparing them would take long and tell nothing. */
const mostEdits = 1_000
/** Longer lines are compared as wholes. */
const longestLine = 2_000
/** Words taken out or put in within a line before it is another line: to tell more of them apart takes seconds. */
const mostWords = 80
/** Where more lines than these were replaced at once, which became which is anybody's choice. */
const mostPairs = 200
/** Below this share of equal characters two lines are different lines, not one line that was changed. */
const alike = 0.35

export const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'))

interface Step {
  kind: DiffLine['kind']
  lines: string[]
}

/** Runs of equal, removed and added lines; where both change, the removed ones come first. */
export function lineSteps(left: readonly string[], right: readonly string[]): Step[] {
  const changes = diffArrays([...left], [...right], { maxEditLength: mostEdits })
  if (!changes)
    return [
      { kind: 'removed', lines: [...left] },
      { kind: 'added', lines: [...right] },
    ]
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    lines: value,
  }))
}

const whole = (text: string): DiffPart[] => [{ text, changed: false }]

/** Two versions of one line, word by word; null where they are two different lines. */
function wordParts(before: string, after: string): { before: DiffPart[]; after: DiffPart[] } | null {
  if (before.length > longestLine || after.length > longestLine) return null
  const parts = { before: [] as DiffPart[], after: [] as DiffPart[] }
  let equal = 0
  const words = diffWordsWithSpace(before, after, { maxEditLength: mostWords })
  for (const { value, added, removed } of words ?? []) {
    const part = { text: value, changed: added || removed }
    if (!added) parts.before.push(part)
    if (!removed) parts.after.push(part)
    if (!part.changed) equal += value.trim().length
  }
  const longer = Math.max(before.trim().length, after.trim().length)
  return words && equal >= alike * longer ? parts : null
}

/** All lines of both texts in one column. A removed line and the added one in its place are compared word by word. */
function allLines(left: string, right: string): DiffLine[] {
  const steps = lineSteps(linesOf(left), linesOf(right))
  const found: DiffLine[] = []
  let [l, r] = [0, 0]
  for (const [at, { kind, lines }] of steps.entries()) {
    const before = steps[at - 1]
    // the k-th removed line of this place, if there is one, and where it stands in what was found
    const replaced = kind === 'added' && before?.kind === 'removed' && before.lines.length <= mostPairs
    const pairs = replaced ? found.slice(-before.lines.length) : []
    for (const [k, text] of lines.entries()) {
      const line: DiffLine = {
        kind,
        left: kind === 'added' ? null : ++l,
        right: kind === 'removed' ? null : ++r,
        parts: whole(text),
      }
      const pair = pairs[k]
      const words = pair && wordParts(pair.parts[0]?.text ?? '', text)
      if (pair && words) {
        pair.parts = words.before
        line.parts = words.after
      }
      found.push(line)
    }
  }
  return found
}

/** What differs between two texts, by line and within a line by word. */
export function diffTexts(left: string, right: string): TextDiff {
  const lines = allLines(left, right)
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length
  const hunks: TextDiff['hunks'] = []
  let last = -1
  for (const [at, { kind }] of lines.entries()) {
    if (kind === 'same') continue
    const end = Math.min(lines.length, at + around + 1)
    const hunk = hunks.at(-1)
    if (hunk && at - around <= last) hunk.lines.push(...lines.slice(last, end))
    else hunks.push({ lines: lines.slice(Math.max(0, at - around), end) })
    last = end
  }
  const ending = left.endsWith('\n') !== right.endsWith('\n') && { ending: true as const }
  return { added: count('added'), removed: count('removed'), hunks, ...ending }
}
