import { notCarried } from '../item/found.ts'
import type { FoundFile, FoundItem } from '../item/item.ts'
import { decodeText, oneLine, wellFormed } from '../item/text.ts'
import { readXml } from '../markup/read-xml.ts'
import { RefusedFile } from '../markup/refused.ts'
import { childNamed, type Element } from '../markup/tree.ts'
import { PackageFiles, type PackedFile } from './package-files.ts'
import { namesOf3 } from './qti-names.ts'
import { readItem, type Surroundings } from './read-item.ts'
import { itemsOf1 } from './v1/read-v1.ts'

const mostItems = 2000

/** Reads one item of QTI 2.x or 3, or a file of items of QTI 1.2. Nothing is thrown. */
export function readQti(given: string, most = mostItems): FoundFile {
  const item = parsed(given)
  if (typeof item === 'string') return { items: [], problems: [item] }
  if (item.tag === 'questestinterop')
    return some(
      itemsOf1(item, () => null),
      [],
      most,
    )
  if (item.tag !== 'qti-assessment-item') return { items: [], problems: [otherRoot(item)] }
  return { items: [readItem(item)], problems: [] }
}

/** Reads the items of a content package. What else is in it (tests, styles) is not carried. */
export function readQtiPackage(files: readonly PackedFile[]): FoundFile {
  const problems: string[] = []
  const items: FoundItem[] = []
  const xml = files.filter(({ name }) => /\.(?:xml|qti|dat)$/i.test(name) && !/(?:^|\/)imsmanifest\.xml$/i.test(name))
  const roots = xml.map(({ name, bytes }) => ({ name, root: parsed(decodeText(bytes)) }))
  const all = new PackageFiles(files)
  const trees = new Map(roots.flatMap(({ name, root }) => (typeof root === 'object' ? [[name, root] as const] : [])))
  const around = (from: string): Surroundings => ({
    file: (address) => all.find(from, address)?.bytes ?? null,
    passage: (address) => {
      const name = all.find(from, address)?.name ?? ''
      const nodes = childNamed(trees.get(name), 'qti-stimulus-body')?.children
      return nodes ? { nodes, around: around(name) } : null
    },
  })
  for (const { name, root } of roots) {
    if (typeof root === 'string') items.push(notCarried(name, oneLine(name), 'file', root))
    else if (root.tag === 'qti-assessment-item') items.push(readItem(root, around(name)))
    else if (root.tag === 'questestinterop') items.push(...itemsOf1(root, around(name).file))
    else if (root.tag === 'qti-assessment-test')
      problems.push(
        `The test ${oneLine(root.attributes.title ?? name, 60)} was not carried: its questions are, its sections and rules are not.`,
      )
    if (items.length > mostItems) break
  }
  return some(items, problems)
}

/** No more items than a person looks through; none at all is told. */
function some(items: FoundItem[], problems: string[], most = mostItems): FoundFile {
  if (items.length === 0) return { items, problems: [...problems, 'There is no item in it.'] }
  if (items.length <= most) return { items, problems }
  const more = `There are more than ${most} items in it; the rest was not read.`
  return { items: items.slice(0, most), problems: [...problems, more] }
}

/** The root with the names of QTI 3, or why there is none. */
function parsed(text: string): Element | string {
  try {
    const root = readXml(wellFormed(text))
    return root.tag === 'questestinterop' ? root : namesOf3(root)
  } catch (error) {
    if (error instanceof RefusedFile) return error.message
    throw error
  }
}

const otherRoot = ({ tag }: Element) => `This is XML, but no item of QTI: it begins with <${tag.slice(0, 40)}>.`
