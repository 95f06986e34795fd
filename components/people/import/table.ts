/** A file as the server read it: rows of text, and what its columns seem to be. */
export interface Table {
  kind: 'csv' | 'xlsx'
  from: string
  heading: string[] | null
  rows: { line: number; cells: string[] }[]
  columns: Partial<Record<ColumnKind, number>>
  broken: { line: number; column: number }[]
}

export const peopleKinds = ['email', 'name', 'first', 'last', 'number', 'group', 'role'] as const
export const timeKinds = ['email', 'number', 'percent', 'extraMinutes', 'room', 'reason'] as const
export type ColumnKind = (typeof peopleKinds)[number] | (typeof timeKinds)[number]

/** What each column is taken for; null: it is not used. */
export type Meanings = (ColumnKind | null)[]

export function widthOf({ heading, rows }: Table): number {
  return Math.max(heading?.length ?? 0, ...rows.slice(0, 500).map(({ cells }) => cells.length))
}

/** The server's guess, of the kinds that are asked for. */
export function meaningsOf(table: Table, kinds: readonly ColumnKind[]): Meanings {
  const meanings: Meanings = Array.from({ length: widthOf(table) }, () => null)
  for (const kind of kinds) {
    const column = table.columns[kind]
    if (column !== undefined && column < meanings.length) meanings[column] = kind
  }
  return meanings
}

/** One column means one thing, and each thing is in one column: another column loses what this one is given. */
export function given(meanings: Meanings, column: number, kind: ColumnKind | null): Meanings {
  return meanings.map((before, at) => (at === column ? kind : before === kind ? null : before))
}

/** The rows by what they mean, as the server takes them; cells that are empty are left out, but for `always`. */
export function rowsOf(
  table: Table,
  meanings: Meanings,
  always: readonly ColumnKind[] = [],
): Record<string, unknown>[] {
  return table.rows.map(({ line, cells }) => {
    const row: Record<string, unknown> = { line }
    meanings.forEach((kind, at) => {
      const cell = cells[at] ?? ''
      if (kind !== null && (cell !== '' || always.includes(kind))) row[kind] = cell
    })
    return row
  })
}
