/** What an import would do, as the server says. */
export interface Preview {
  mark: string
  rows: PreviewRow[]
  missing: { personId: string; name: string; email: string | null; sitting: boolean }[]
}

export interface PreviewRow {
  line: number
  name: string
  email: string
  does: Does
  role?: string
  differences?: { what: string; from: string | null; to: string | null }[]
  problem?: string
  of?: number
}

export const doings = ['error', 'enrol', 'ahead', 'change', 'repeated', 'same'] as const
export type Does = (typeof doings)[number]
export type Part = Does | 'missing'

export function countsOf({ rows, missing }: Preview): Record<Part, number> {
  const counts: Record<Part, number> = {
    error: 0,
    enrol: 0,
    ahead: 0,
    change: 0,
    repeated: 0,
    same: 0,
    missing: missing.length,
  }
  for (const { does } of rows) counts[does] += 1
  return counts
}

/** What is looked at first: what has to be looked at. */
export function firstPart(counts: Record<Part, number>): Part {
  const order = ['error', 'enrol', 'ahead', 'change', 'missing', 'same'] as const
  return order.find((part) => counts[part] > 0) ?? 'same'
}
