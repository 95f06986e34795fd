import { spellingsOf } from '../language/spellings.ts'
import { formulaFunctions } from '../language/vocabulary.ts'
import { operations } from './library.ts'
import { typeForms } from './type-forms.ts'

/** An operation as its author documents it, for whoever writes a question. */
export interface ManualEntry {
  name: string
  /** how it is called, or written where it has a sign of its own */
  signature: string
  summary: string
  example: string
  /** what it makes of which types: `m×n, n → m` */
  types: string[]
  differentiable: boolean
  /** other words for it */
  spellings: string[]
  /** whether students may use it in a formula that names no functions */
  common: boolean
}

/** Every operation, by name. */
export function manual(): ManualEntry[] {
  const all = [...operations.values()].map((operation): ManualEntry => {
    const { name, summary, example } = operation
    return {
      name,
      signature: signatureOf(name, summary, example),
      summary,
      example,
      types: typeForms(operation),
      differentiable: operation.gradient !== undefined,
      spellings: spellingsOf([name])
        .filter(([written]) => written.toLowerCase() !== name)
        .map(([written]) => written),
      common: formulaFunctions.includes(name),
    }
  })
  return all.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

/** The call with all its arguments where the summary has it, else the call of the example, else the example. */
function signatureOf(name: string, summary: string, example: string): string {
  const calls = [summary, example].flatMap((text) => callIn(text, name) ?? [])
  return calls[0] ?? example
}

function callIn(text: string, name: string): string | null {
  const found = new RegExp(`(?<![\\w.])${name}\\(`).exec(text)
  if (!found) return null
  let depth = 0
  for (let at = found.index + name.length; at < text.length; at++) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')' && --depth === 0) return text.slice(found.index, at + 1)
  }
  return null
}
