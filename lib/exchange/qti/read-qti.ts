import { notCarried } from '../item/found.ts'
import type { FoundFile, FoundItem } from '../item/item.ts'
import { decodeText, oneLine, wellFormed } from '../item/text.ts'
import { readXml } from '../markup/read-xml.ts'
import { RefusedFile } from '../markup/refused.ts'
import { childNamed, type Element, type Markup } from '../markup/tree.ts'
import { namesOf3 } from './qti-names.ts'
import { readItem } from './read-item.ts'

const mostItems = 2000

/** A file of a package. */
export interface PackedFile {
  name: string
  bytes: Uint8Array
}

/** Reads one item of QTI 2.x or 3. Nothing is thrown. */
export function readQti(given: string): FoundFile {
  const item = parsed(given)
  if (typeof item === 'string') return { items: [], problems: [item] }
  if (item.tag !== 'qti-assessment-item') return { items: [], problems: [otherRoot(item)] }
  return { items: [readItem(item, () => null)], problems: [] }
}

/** Reads the items of a content package. What else is in it (tests, styles, pictures) is not carried. */
export function readQtiPackage(files: readonly PackedFile[]): FoundFile {
  const problems: string[] = []
  const items: FoundItem[] = []
  const xml = files.filter(({ name }) => /\.xml$/i.test(name) && !/(?:^|\/)imsmanifest\.xml$/i.test(name))
  const roots = xml.map(({ name, bytes }) => ({ name, root: parsed(decodeText(bytes)) }))
  const passages = new Map(
    roots.flatMap(({ name, root }) =>
      typeof root === 'object' && root.tag === 'qti-assessment-stimulus' ? [[baseOf(name), root] as const] : [],
    ),
  )
  const stimulus = (href: string): Markup[] | null =>
    childNamed(passages.get(baseOf(href)), 'qti-stimulus-body')?.children ?? null
  for (const { name, root } of roots) {
    if (items.length >= mostItems) {
      problems.push(`The package has more than ${mostItems} items; the rest was not read.`)
      break
    }
    if (typeof root === 'string') items.push(notCarried(name, oneLine(name), 'file', root))
    else if (root.tag === 'qti-assessment-item') items.push(readItem(root, stimulus))
    else if (root.tag === 'qti-assessment-test')
      problems.push(
        `The test ${oneLine(root.attributes.title ?? name, 60)} was not carried: its questions are, its sections and rules are not.`,
      )
  }
  if (items.length === 0) problems.push('There is no item in this package.')
  return { items, problems }
}

const baseOf = (name: string) => name.slice(name.lastIndexOf('/') + 1)

/** The root with the names of QTI 3, or why there is none. */
function parsed(text: string): Element | string {
  try {
    return namesOf3(readXml(wellFormed(text)))
  } catch (error) {
    if (error instanceof RefusedFile) return error.message
    throw error
  }
}

const otherRoot = ({ tag }: Element) =>
  tag === 'questestinterop'
    ? 'This is QTI 1.2, which is not read; export it as QTI 2.1 or later.'
    : `This is XML, but no item of QTI: it begins with <${tag.slice(0, 40)}>.`
