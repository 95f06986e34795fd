import { foundItem, Notes, notCarried, pointsOf } from '../../item/found.ts'
import type { FoundItem, ItemField } from '../../item/item.ts'
import { oneLine } from '../../item/text.ts'
import { withoutMarkers } from '../../markup/markers.ts'
import { descendantsNamed, type Element } from '../../markup/tree.ts'
import { general } from './choices.ts'
import { type Item1, itemOf1, worthOf } from './item-v1.ts'
import { presented } from './presentation.ts'

/** The items of a file of QTI 1.2, which several systems call their export. `file`: the bytes at an address in it. */
export function itemsOf1(root: Element, file: (address: string) => Uint8Array | null): FoundItem[] {
  return descendantsNamed(root, 'item').map((node) => readItem1(node, file))
}

function readItem1(node: Element, file: (address: string) => Uint8Array | null): FoundItem {
  const notes = new Notes()
  const item = itemOf1(node, pointsOf(worthOf(node), notes), notes, notes.figures.placing(file))
  const id = oneLine(withoutMarkers(node.attributes.ident ?? ''), 80) || `line ${node.line ?? '?'}`
  const title = oneLine(withoutMarkers(node.attributes.title ?? '')) || id
  const shown = presented(item)
  if (typeof shown === 'string') return notCarried(id, title, item.type, shown)
  const body = item.write(shown)
  if (item.fields.length === 0) {
    const upload = /upload/.test(item.type) ? uploadOf(item) : null
    if (!upload) return notCarried(id, title, item.type, lost(item))
    item.fields.push(upload)
  }
  noteTheRest(item)
  // a title such as “Question 3” says nothing: the text does
  const plain = /^question(?: \d+)?$/i.test(title) ? '' : title
  return foundItem({ id, title: plain, was: item.type, body, fields: item.fields, parameters: item.parameters, notes })
}

function lost({ type, notes }: Item1): string {
  if (/^text only/.test(type)) return 'A text without a field is no question.'
  return notes.all[0] ?? `Nothing in it has a counterpart here (${type}).`
}

const uploadOf = ({ name, points }: Item1): ItemField => ({
  ...{ kind: 'upload', name: name('answer'), points, label: null },
  ...{ rubric: [], solution: null },
})

function noteTheRest({ feedback, notes }: Item1): void {
  if ([...feedback].some(([name, nodes]) => general(name) && nodes.length > 0))
    notes.add('Feedback on the whole question was not carried.')
}
