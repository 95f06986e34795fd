import type { MathfieldElement } from 'mathlive'
import type { FieldOf } from '../props.ts'
import { converted } from './convert.ts'
import { shortcutsFor } from './shortcuts.ts'

/**
 * Sets a math editor up for one question: its names and functions are typed as they are written there, and a formula
 * that is pasted as text is read as one, by the same reader that reads answers.
 */
export function configure(element: MathfieldElement, field: FieldOf<'formula'>): void {
  const defaults = element.inlineShortcuts as Parameters<typeof shortcutsFor>[0]
  element.inlineShortcuts = shortcutsFor(defaults, field.symbols, field.functions)
  // before the editor's own paste, which takes text for ASCIIMath and splits names
  element.addEventListener('paste', (event) => paste(event, element, field), { capture: true })
  element.addEventListener('keydown', (event) => endCommand(event, element), { capture: true })
  element.addEventListener('keydown', (event) => typeBar(event, element), { capture: true })
  element.addEventListener('keydown', (event) => typeSpace(event, element), { capture: true })
}

/** A space leaves a subscript, a power or a fraction; it does not leave brackets, in which people go on after one. */
function typeSpace(event: KeyboardEvent, element: MathfieldElement): void {
  if (event.key !== ' ' || element.readOnly || element.mode !== 'math') return
  const before = element.position
  element.executeCommand('moveAfterParent')
  if (element.position === before) return
  event.preventDefault()
  event.stopPropagation()
  if (/^\\m?left/.test(element.getElementInfo(element.position)?.latex ?? '')) element.position = before
}

/** `\tanh(` ends with its bracket, not only with a space: what cannot belong to a command's name completes it. */
function endCommand(event: KeyboardEvent, element: MathfieldElement): void {
  if (element.mode !== 'latex' || event.key.length !== 1 || /[A-Za-z\\{}\s]/.test(event.key)) return
  element.executeCommand(['complete', 'accept'])
}

/** On many keyboards the bar shares its key with the backslash, for which the editor takes it. */
function typeBar(event: KeyboardEvent, element: MathfieldElement): void {
  if (event.key !== '|' || element.readOnly || element.mode !== 'math') return
  event.preventDefault()
  event.stopPropagation()
  element.executeCommand(['typedText', '|'])
}

function paste(event: ClipboardEvent, element: MathfieldElement, field: FieldOf<'formula'>): void {
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  // what has a backslash is LaTeX, which the editor takes as it is
  if (text === '' || text.includes('\\') || element.readOnly) return
  const latex = converted(field, text, 'text')
  if (latex === null) return
  event.preventDefault()
  event.stopPropagation()
  element.insert(latex, { focus: true, selectionMode: 'after', format: 'latex' })
}
