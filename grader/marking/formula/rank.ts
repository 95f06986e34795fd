/** The rank of a small matrix given by its columns, by elimination with the largest pivot. */
export function rankOf(columns: readonly (readonly number[])[]): number {
  const rest = columns.map((column) => [...column])
  const largest = Math.max(0, ...rest.flat().map(Math.abs))
  let rank = 0
  for (;;) {
    let best = { column: -1, row: -1, size: largest * 1e-9 }
    rest.forEach((column, j) => {
      if (j < rank) return
      column.forEach((entry, i) => {
        if (Math.abs(entry) > best.size) best = { column: j, row: i, size: Math.abs(entry) }
      })
    })
    if (best.column < 0) return rank
    const pivot = rest[best.column] as number[]
    rest[best.column] = rest[rank] as number[]
    rest[rank] = pivot
    rank += 1
    for (const column of rest.slice(rank)) {
      const factor = (column[best.row] ?? 0) / (pivot[best.row] ?? 1)
      for (let i = 0; i < column.length; i++)
        column[i] = i === best.row ? 0 : (column[i] ?? 0) - factor * (pivot[i] ?? 0)
    }
  }
}
