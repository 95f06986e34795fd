import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { SheetAnswer } from './sheet.ts'

/** An option or line as it is shown: its id, and its text as written or as rendered. */
export interface Shown {
  id: string
  text: string
}

/** Turns a sheet's answer into what the browser saves, by finding the options or lines that read as meant. */
export function choose(answer: SheetAnswer, shown: readonly Shown[] = []): RawAnswer {
  if (answer.kind === 'choice') return { kind: 'choice', chosen: answer.texts.map((text) => find(text, shown)) }
  if (answer.kind === 'order') return { kind: 'order', lines: answer.texts.map((text) => find(text, shown)) }
  return answer
}

function find(text: RegExp, shown: readonly Shown[]): string {
  const found = shown.filter((one) => text.test(one.text))
  if (found.length !== 1) {
    throw new Error(`${text} reads like ${found.length} of: ${shown.map((one) => one.text).join(' | ')}`)
  }
  return found[0]!.id
}
