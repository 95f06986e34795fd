/** A place on a page from its left upper corner, as a share of its width and of its height. */
export type Point = [x: number, y: number]

export type Mark =
  | { kind: 'pen'; id: string; points: Point[] }
  | { kind: 'box' | 'highlight'; id: string; from: Point; to: Point }
  | { kind: 'note'; id: string; at: Point; text: string }

/** What one person drew on a page. */
export interface Layer {
  mine: boolean
  /** null: not to be told here */
  by: string | null
  version: number
  marks: Mark[]
}

/** A page of an answer as it is looked at; a PDF has several sheets. */
export interface ShownPage {
  page: string
  sheets: { layers: Layer[] }[]
}
