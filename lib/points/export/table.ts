/** A number stays a number, text is text whatever it looks like, null is an empty cell. */
export type Cell = string | number | null
export type Row = readonly Cell[]

/** What is written into a file: the first row names the columns. */
export interface Table {
  name: string
  rows: AsyncIterable<Row>
}
