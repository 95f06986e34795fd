/** A student of a regrade's report. Points are the exam's. */
export interface StudentRow {
  attemptId: string
  name: string
  before: number
  after: number
}

export const columns = ['student', 'before', 'after', 'difference'] as const
export type Column = (typeof columns)[number]

export interface Order {
  by: Column
  descending: boolean
}

/** The order an address asks for; biggest losses first where it asks for none that there is. */
export function orderFrom(asked: string | undefined): Order {
  const by = columns.find((column) => asked === column || asked === `-${column}`)
  return by ? { by, descending: asked?.startsWith('-') ?? false } : { by: 'difference', descending: false }
}

/** How an address asks for an order by a column: the other way round where it is in that order already. */
export function orderAfter(now: Order, column: Column): string {
  return now.by === column && !now.descending ? `-${column}` : column
}

const difference = ({ before, after }: StudentRow) => after - before

/** Sorted; who is alike in that column is sorted by name. */
export function inOrder(rows: readonly StudentRow[], { by, descending }: Order): StudentRow[] {
  const value = (row: StudentRow) => (by === 'difference' ? difference(row) : by === 'student' ? 0 : row[by])
  const names = (a: StudentRow, b: StudentRow) => a.name.localeCompare(b.name)
  const sorted = rows.toSorted((a, b) => (by === 'student' ? names(a, b) : value(a) - value(b) || names(a, b)))
  return descending ? sorted.reverse() : sorted
}
