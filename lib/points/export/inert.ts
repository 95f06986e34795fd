/**
 * Spreadsheets take a cell that begins with one of these for a formula, also in their full-width, small and raised forms,
 * and after spaces, quotes or invisible characters that they strip. Tab and line breaks begin a new cell.
 */
const blank = String.raw`[\p{Z}\p{Cf}\p{Cc}'"\x60´‘-‟«»‹›]`
const opening = String.raw`(?:(?!\p{Cc})${blank})*(?:[\t\r\n]|${blank}*[=+\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−])`

/**
 * Where a cell may begin: at the start, and after what some program's own settings take for the end of a cell or a line
 * (a spreadsheet that separates at semicolons reads past our quotes).
 */
const begins = String.raw`(?<=^|[;\t\r\n])`

const dangerous = new RegExp(`^${opening}`, 'u')
const places = new RegExp(`${begins}(?=${opening})`, 'gu')
const marks = new RegExp(`${begins}'(?=${opening})`, 'gu')

/** Whether a spreadsheet might run this text. */
export function mightRun(text: string): boolean {
  return dangerous.test(text)
}

/** The text with an apostrophe before everything that a spreadsheet might run: shown, never computed. */
export function inert(text: string): string {
  return text.replace(places, "'")
}

/** The text that `inert` was given. */
export function asWritten(text: string): string {
  return text.replace(marks, '')
}
