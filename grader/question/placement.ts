/** What a field or figure may be called. */
export const placementName = /^[A-Za-z][A-Za-z0-9_]{0,39}$/

/** `:answer[name]` or `:figure[name]` in Markdown. */
export interface Placement {
  kind: 'answer' | 'figure'
  name: string
  start: number
  end: number
}

/** Where fields and figures are placed in a text; code spans and fenced code do not count. */
export function placementsIn(markdown: string): Placement[] {
  const code = codeRanges(markdown)
  const placements: Placement[] = []
  for (const match of markdown.matchAll(/(?<![:\\]):(answer|figure)\[([^\]\n]*)\]/g)) {
    const start = match.index
    if (code.some((range) => range.start <= start && start < range.end)) continue
    const kind = match[1] === 'answer' ? 'answer' : 'figure'
    placements.push({ kind, name: (match[2] ?? '').trim(), start, end: start + match[0].length })
  }
  return placements
}

interface Range {
  start: number
  end: number
}

/** Fenced code first, then code spans between the fences: a run of backticks up to the next run of the same length. */
function codeRanges(markdown: string): Range[] {
  const ranges: Range[] = []
  let open: { mark: string; start: number } | null = null
  let offset = 0
  for (const line of markdown.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    const mark = fence?.[1] ?? ''
    if (open === null && mark !== '' && !(mark[0] === '`' && fence?.[2]?.includes('`'))) open = { mark, start: offset }
    else if (open !== null && mark.startsWith(open.mark) && fence?.[2]?.trim() === '') {
      ranges.push({ start: open.start, end: offset + line.length })
      open = null
    }
    offset += line.length + 1
  }
  if (open !== null) ranges.push({ start: open.start, end: markdown.length })
  const fences = [...ranges]
  const runs = [...markdown.matchAll(/`+/g)].filter(
    (run) => !fences.some((f) => f.start <= run.index && run.index < f.end),
  )
  for (let k = 0; k < runs.length; k++) {
    const opening = runs[k]
    const closing = runs.findIndex((run, other) => other > k && run[0].length === opening?.[0].length)
    if (!opening || closing < 0) continue
    const run = runs[closing] as RegExpExecArray
    ranges.push({ start: opening.index, end: run.index + run[0].length })
    k = closing
  }
  return ranges
}
