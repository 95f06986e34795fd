/** A tensor on the page: slices of rows and columns of cells, each cell known by its row-major position. */
export interface GridLayout {
  rows: number
  columns: number
  /** for rank 3 and more, the leading indices (from 1) of each slice; one empty list otherwise */
  slices: number[][]
  /** a vector of the subject is a column; a long one is laid along the line to save room */
  along: 'none' | 'down' | 'across'
}

/** Vectors longer than this are set across. */
const longestColumn = 5

export function layoutOf(shape: readonly number[]): GridLayout {
  if (shape.length === 0) return { rows: 1, columns: 1, slices: [[]], along: 'none' }
  if (shape.length === 1) {
    const n = shape[0] ?? 0
    return n <= longestColumn
      ? { rows: n, columns: 1, slices: [[]], along: 'down' }
      : { rows: 1, columns: n, slices: [[]], along: 'across' }
  }
  const [columns = 0, rows = 0, ...leading] = [...shape].reverse()
  let slices: number[][] = [[]]
  for (const size of leading.reverse()) {
    slices = slices.flatMap((slice) => Array.from({ length: size }, (_, index) => [...slice, index + 1]))
  }
  return { rows, columns, slices, along: 'none' }
}

/**
 * Where a key leads from a cell, or null where it should do what it always does. Left and right leave a cell only at
 * the edge of its text; Home and End lead to the ends of the row, with Control to the ends of the grid.
 */
export function stepTo(
  layout: GridLayout,
  position: number,
  key: { key: string; shift: boolean; control: boolean; atStart: boolean; atEnd: boolean },
): number | null {
  const { rows, columns } = layout
  const last = rows * columns * layout.slices.length - 1
  const column = position % columns
  const inside = (target: number) => (target < 0 || target > last ? null : target)
  switch (key.key) {
    case 'ArrowUp':
      return inside(position - columns)
    case 'ArrowDown':
      return inside(position + columns)
    case 'Enter':
      return inside(position + (key.shift ? -1 : 1) * columns)
    case 'ArrowLeft':
      return key.atStart ? inside(position - 1) : null
    case 'ArrowRight':
      return key.atEnd ? inside(position + 1) : null
    case 'Home':
      if (key.control) return 0
      return key.atStart ? position - column : null
    case 'End':
      if (key.control) return last
      return key.atEnd ? position - column + columns - 1 : null
    default:
      return null
  }
}

/** The cells after the grid was given another number of rows or columns: what still fits stays where it was. */
export function resized(cells: readonly string[], from: readonly number[], to: readonly number[]): string[] {
  const size = to.reduce((product, n) => product * n, 1)
  return Array.from({ length: size }, (_, position) => {
    let rest = position
    let source = 0
    let stride = 1
    for (let axis = to.length - 1; axis >= 0; axis--) {
      const index = rest % (to[axis] ?? 1)
      rest = Math.floor(rest / (to[axis] ?? 1))
      if (index >= (from[axis] ?? 1)) return ''
      source += index * stride
      stride *= from[axis] ?? 1
    }
    return cells[source] ?? ''
  })
}

/**
 * Lays a pasted block into a grid: the whole grid where the shapes agree (rows and columns of one are forgiven),
 * else from the given cell on, where the block fits; null where it does not.
 */
export function laidInto(
  grid: { shape: readonly number[]; cells: readonly string[] },
  at: number,
  block: { shape: readonly number[]; cells: readonly string[] },
): string[] | null {
  const significant = (shape: readonly number[]) => shape.filter((n) => n !== 1).join('×')
  if (significant(grid.shape) === significant(block.shape)) return [...block.cells]
  if (block.shape.length > 2 || grid.shape.length > 2) return null
  const layout = layoutOf(grid.shape)
  const columns = block.shape.length === 2 ? (block.shape[1] ?? 1) : layout.along === 'down' ? 1 : (block.shape[0] ?? 1)
  const rows = block.cells.length / columns
  const [row, column] = [Math.floor(at / layout.columns), at % layout.columns]
  if (row + rows > layout.rows || column + columns > layout.columns) return null
  const cells = [...grid.cells]
  block.cells.forEach((cell, index) => {
    cells[(row + Math.floor(index / columns)) * layout.columns + column + (index % columns)] = cell
  })
  return cells
}
