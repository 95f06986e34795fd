import type { FileProblem } from '../definition.ts'
import type { Range } from './inspection.ts'

/** Where a problem names the word that was probably meant: what to put where. */
export function withFix(
  problem: FileProblem,
  textOf: (range: Range) => string,
): Range & { message: string; fix?: { label: string; insert: string } } {
  const { line, column, end, message } = problem
  const range = { line, column, endLine: end?.line ?? line, endColumn: end?.column ?? column }
  if (message.endsWith('Put the text in quotes.') && range.endColumn > range.column + 1) {
    return { ...range, message, fix: { label: 'Put it in quotes', insert: JSON.stringify(textOf(range)) } }
  }
  const written = textOf(range)
  if (message.includes('a backslash is written twice') && written.startsWith('\\')) {
    return { ...range, message, fix: { label: 'Write it twice', insert: `\\${written}` } }
  }
  const meant = /Did you mean “?([^”? ]+)”?\?/.exec(message)?.[1]
  if (meant === undefined) return { ...range, message }
  // of a call only its name is wrong
  const word = /^[^\s()[\]{},:]+/.exec(textOf(range))?.[0] ?? ''
  if (word === '' || !named(message, word)) return { ...range, message }
  const fix = { label: `Change to ${meant}`, insert: meant }
  return { ...range, endColumn: range.column + word.length, message, fix }
}

/** Whether a message is about this very word. */
function named(message: string, word: string): boolean {
  return message.includes(`“${word}”`) || message.includes(`called ${word}.`)
}
