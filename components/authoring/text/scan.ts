import { FrontScanner } from './front-scanner.ts'
import { type Stretch, splitText } from './split-text.ts'

/** A key of the front matter with what stands after it; an item of a list has the path of its list and `[]`. */
export interface Entry {
  path: readonly string[]
  key: Stretch
  /** without the quotes round it; null where nothing stands there */
  value: Stretch | null
}

/** Where a position is: in a key that is being written, or in the value of the path. */
export interface Place {
  region: 'before' | 'front' | 'body'
  role: 'key' | 'value'
  path: readonly string[]
  /** where the key or value begins that is being written */
  from: number
}

/** Every key of the front matter, in the order of the file. Whatever is typed is read: nothing is ever refused. */
export function entriesOf(text: string): Entry[] {
  const { front } = splitText(text)
  return front ? new FrontScanner(text, front).run().entries : []
}

/** Where one is in the file, judged by what stands before the position. */
export function placeAt(text: string, position: number): Place {
  const { front, body } = splitText(text)
  const nowhere = { role: 'key', path: [], from: position } as const
  if (front && position >= front.from && position <= front.to) {
    return { region: 'front', ...new FrontScanner(text, { from: front.from, to: position }).run().place }
  }
  return { region: front && position >= body ? 'body' : 'before', ...nowhere }
}
