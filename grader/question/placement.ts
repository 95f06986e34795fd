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
  const code = codeMask(markdown)
  const placements: Placement[] = []
  for (const match of markdown.matchAll(/(?<![:\\]):(answer|figure)\[([^\]\n]*)\]/g)) {
    const start = match.index
    if (code[start] === 1) continue
    const kind = match[1] === 'answer' ? 'answer' : 'figure'
    placements.push({ kind, name: (match[2] ?? '').trim(), start, end: start + match[0].length })
  }
  return placements
}

/** For every character whether it is code: fenced code, and code spans between the fences. */
function codeMask(markdown: string): Uint8Array {
  const mask = new Uint8Array(markdown.length)
  let open: { mark: string; start: number } | null = null
  let offset = 0
  for (const line of markdown.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line)
    const mark = fence?.[1] ?? ''
    if (open === null && mark !== '' && !(mark[0] === '`' && fence?.[2]?.includes('`'))) open = { mark, start: offset }
    else if (open !== null && mark.startsWith(open.mark) && fence?.[2]?.trim() === '') {
      mask.fill(1, open.start, offset + line.length)
      open = null
    }
    offset += line.length + 1
  }
  if (open !== null) mask.fill(1, open.start)
  maskSpans(markdown, mask)
  return mask
}

/** A run of backticks opens a code span that the next run of the same length closes; without one it is plain text. */
function maskSpans(markdown: string, mask: Uint8Array): void {
  const runs = [...markdown.matchAll(/`+/g)].filter(({ index }) => mask[index] === 0)
  const closings = new Array<number>(runs.length).fill(-1)
  const later = new Map<number, number>()
  for (let k = runs.length - 1; k >= 0; k--) {
    const length = runs[k]?.[0].length ?? 0
    closings[k] = later.get(length) ?? -1
    later.set(length, k)
  }
  for (let k = 0; k < runs.length; k++) {
    const [opening, closing] = [runs[k], runs[closings[k] ?? -1]]
    if (!opening || !closing) continue
    mask.fill(1, opening.index, closing.index + closing[0].length)
    k = closings[k] ?? k
  }
}
