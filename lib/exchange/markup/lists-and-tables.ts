import { inlineMarkdown, type Note } from './inline-markdown.ts'
import { childrenNamed, descendantsNamed, type Element, isElement, type Markup } from './tree.ts'

const mostCells = 2000

/** A list; what stands beside its entries is an entry too. */
export function listMarkdown(list: Element, blocks: (nodes: Markup[]) => string[]): string[] {
  const entries = list.children.filter((node) => isElement(node) || node.trim() !== '')
  const first = Number.parseInt(list.attributes.start ?? '1', 10)
  const start = first >= 0 && first < 1e6 ? first : 1
  const lines = entries.flatMap((entry, k) => {
    const inside = blocks(isElement(entry) && entry.tag === 'li' ? entry.children : [entry])
    const mark = list.tag === 'ol' ? `${start + k}. ` : '- '
    const text = inside.join('\n\n')
    return text === '' ? [] : [mark + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)]
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

/** A table of running text; spans are not carried. */
export function tableMarkdown(table: Element, note: Note): string[] {
  const rows = rowsOf(table)
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return []
  const cells = rows.flat()
  if (cells.length > mostCells) {
    note('A table was too large to be carried.')
    return []
  }
  if (cells.some(({ attributes }) => Number(attributes.colspan) > 1 || Number(attributes.rowspan) > 1))
    note('Cells of a table that spanned several rows or columns stand for one.')
  if (descendantsNamed(table, 'table').length > 0) note('A table inside a table was taken apart.')
  const print = (row: Element[]) => `| ${Array.from({ length: width }, (_, k) => cellText(row[k], note)).join(' | ')} |`
  const headed = rows[0]?.every(({ tag }) => tag === 'th')
  const [head = [], ...body] = headed ? rows : [[], ...rows]
  return [[print(head), `|${' --- |'.repeat(width)}`, ...body.map(print)].join('\n')]
}

/** Rows as they are shown: those of a foot last, which older files have before the others. */
function rowsOf(table: Element): Element[][] {
  const groups = [table, ...childrenNamed(table, 'thead', 'tbody'), ...childrenNamed(table, 'tfoot')]
  return groups.flatMap((group) => childrenNamed(group, 'tr')).map((row) => childrenNamed(row, 'td', 'th'))
}

const cellText = (cell: Element | undefined, note: Note) =>
  inlineMarkdown(cell ? [cell] : [], note)
    .replaceAll(/\\?\n/g, ' ')
    .replaceAll(/(?<!\\)\|/g, '\\|')
    .trim()
