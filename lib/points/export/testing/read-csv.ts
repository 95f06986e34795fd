/** RFC 4180 as it stands, one character at a time: no part of the writer is in it. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let k = 0; k < text.length; k += 1) {
    const one = text[k]
    if (quoted) {
      if (one !== '"') cell += one
      else if (text[k + 1] === '"') {
        cell += '"'
        k += 1
      } else quoted = false
    } else if (one === '"') quoted = true
    else if (one === ',') {
      row.push(cell)
      cell = ''
    } else if (one === '\r' && text[k + 1] === '\n') {
      rows.push([...row, cell])
      row = []
      cell = ''
      k += 1
    } else cell += one
  }
  if (cell !== '' || row.length > 0) throw new Error('the last line is not ended')
  return rows
}
