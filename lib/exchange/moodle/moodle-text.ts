import type { Notes } from '../item/found.ts'
import { wellFormed } from '../item/text.ts'
import { foreignText, type TextFormat } from '../markup/foreign-text.ts'
import { withoutMarkers } from '../markup/markers.ts'
import { childNamed, childrenNamed, descendantsNamed, type Element, textOf } from '../markup/tree.ts'

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
  const source = withoutMarkers(wellFormed(textOf(childNamed(text, 'text') ?? text)))
  return foreignText(prepare(source), formatOf(text, source), notes.add)
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
  if (childrenNamed(question, 'hint').some((hint) => plainOf(hint, 'text') !== '' || textOf(hint).trim() !== ''))
    notes.add('Hints were not carried.')
  if (descendantsNamed(question, 'file').length > 0) notes.add('The files inside the question were not carried.')
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
