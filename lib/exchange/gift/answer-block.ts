export interface Parts {
  before: string
  block: string
  after: string
}

const answers = /^\s*(?:$|[=~#]|(?:T|TRUE|F|FALSE)\s*(?:#|$))/i
const ofFormula = /(?:[\^_}]|[\\\ue016][A-Za-z]+)$/

/**
 * Where the answers stand in a question. Braces should be escaped elsewhere, and in formulas often are not: those belong to
 * the text. Null where there are no braces; a sentence where it cannot be told.
 */
export function partsOf(text: string): Parts | string | null {
  if (text.indexOf('{') < 0 || text.lastIndexOf('}') < text.indexOf('{')) return null
  const groups = groupsOf(text)
  if (!groups) return 'its braces do not match. Those that are no answers are written \\{ and \\}.'
  const blocks = groups.filter(({ block }) => groups.length === 1 || answers.test(block))
  const apart = blocks.filter(({ before }) => !ofFormula.test(before))
  const [found, ...more] = apart.length > 0 ? apart : blocks
  if (!found) return 'none of its braces has answers in it. Those of the text are written \\{ and \\}.'
  return more.length > 0 ? 'it has more than one answer block, and GIFT knows one a question.' : found
}

/** Each `{…}` with what stands around it, those inside another left aside; null where they do not match. */
function groupsOf(text: string): Parts[] | null {
  const groups: Parts[] = []
  let depth = 0
  let from = 0
  for (const { 0: sign, index } of text.matchAll(/[{}]/g)) {
    if (sign === '{' && depth === 0) from = index
    depth += sign === '{' ? 1 : -1
    if (depth < 0) return null
    if (depth === 0)
      groups.push({ before: text.slice(0, from), block: text.slice(from + 1, index), after: text.slice(index + 1) })
  }
  return depth === 0 ? groups : null
}
