import { decoded } from '../item/figures.ts'
import type { Notes } from '../item/found.ts'
import { oneLine, wellFormed } from '../item/text.ts'
import { foreignText, type TextFormat } from '../markup/foreign-text.ts'
import { withoutMarkers } from '../markup/markers.ts'
import { childNamed, childrenNamed, descendantsNamed, type Element, isElement, textOf } from '../markup/tree.ts'

/** What `<name>` says: its `<text>`, or itself. Markers of its own are taken out. */
export function plainOf(parent: Element | undefined, name: string): string {
  const child = childNamed(parent, name)
  return child ? withoutMarkers(wellFormed(textOf(childNamed(child, 'text') ?? child))).trim() : ''
}

export function flagOf(parent: Element, name: string, otherwise: boolean): boolean {
  const said = plainOf(parent, name).toLowerCase()
  return said === '' ? otherwise : said === 'true' || said === '1'
}

function formatOf(text: Element | undefined, source: string): TextFormat {
  const said = text?.attributes.format ?? 'html'
  if (said === 'markdown') return 'markdown'
  if (said === 'plain_text') return 'plain'
  return said === 'moodle_auto_format' && !/<[a-z/]/i.test(source) ? 'plain' : 'html'
}

/** A text with its format as Markdown; `prepare` puts markers into it before. */
export function textMarkdown(
  text: Element | undefined,
  notes: Notes,
  prepare: (source: string) => string = (source) => source,
): string {
  if (!text) return ''
  const inside = childNamed(text, 'text')
  const source = withoutMarkers(wellFormed(inside ? textOf(inside) : ownText(text)))
  const place = notes.figures.placing((address) => fileIn(text, address))
  return foreignText(prepare(source), formatOf(text, source), notes.add, place)
}

/** An element without `<text>` says its text itself; files beside it are no text. */
const ownText = (text: Element) => text.children.filter((child) => !isElement(child)).join('')

/** The file beside a text that an address such as `@@PLUGINFILE@@/map.png` means. */
function fileIn(text: Element, address: string): Uint8Array | null {
  const wanted = decoded(address.replace(/[?#].*$/s, '')).replace(/^@@PLUGINFILE@@/, '')
  const files = childrenNamed(text, 'file').filter(({ attributes }) => attributes.encoding === 'base64')
  const found =
    files.find(({ attributes }) => `${attributes.path ?? '/'}${attributes.name ?? ''}` === wanted) ??
    files.find(({ attributes }) => attributes.name === wanted.slice(wanted.lastIndexOf('/') + 1))
  return found ? Buffer.from(textOf(found), 'base64') : null
}

/** What of a question has no place in the house, whatever its type. */
export function noteTheRest(question: Element, notes: Notes): void {
  if (plainOf(question, 'generalfeedback') !== '')
    notes.add('The general feedback was not carried; a worked solution is made by the house.')
  for (const name of ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback']) {
    const said = plainOf(question, name)
      .replaceAll(/<[^>]*>/g, '')
      .trim()
    if (said !== '' && !/^Your answer is (?:correct|partially correct|incorrect)\.$/.test(said))
      notes.add('Feedback on the whole question was not carried.')
  }
  if (plainOf(question, 'image') !== '')
    notes.add('Its picture, which files of old versions name beside the text, was not carried.')
  if (childrenNamed(question, 'hint').some((hint) => plainOf(hint, 'text') !== '' || textOf(hint).trim() !== ''))
    notes.add('Hints were not carried.')
  const files = descendantsNamed(question, 'file').map(({ attributes }) => oneLine(attributes.name ?? '', 60))
  const others = files.filter((name) => !/\.(?:png|jpe?g|webp|gif|svg)$/i.test(name))
  if (others.length > 0)
    notes.add(`Files that are no pictures were not carried: ${[...new Set(others)].join(', ').slice(0, 200)}.`)
}

export interface MoodleAnswer {
  element: Element
  /** share of the points */
  share: number
  text: string
  feedback: Element | undefined
}

export function answersOf(question: Element): MoodleAnswer[] {
  return childrenNamed(question, 'answer').map((element) => ({
    element,
    share: Number(element.attributes.fraction ?? 0) / 100 || 0,
    text: withoutMarkers(wellFormed(textOf(childNamed(element, 'text') ?? element))).trim(),
    feedback: childNamed(element, 'feedback'),
  }))
}
