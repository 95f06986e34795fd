import { plainCharacters, withoutLatex } from './characters.ts'
import { shorten } from './number.ts'

/**
 * `N` stands for a free dimension (a batch), however it was written: None, -1, N, B, ?, batch. `labels` are the axes of
 * `C=32, H=14, W=14`, in the order typed.
 */
export type ShapeReading =
  | { ok: true; dimensions: (number | 'N')[]; labels: string[] | null }
  | { ok: false; reason: 'empty' | 'unreadable'; message: string }

const longest = 256
const mostDimensions = 16
const free = /^(?:none|null|-1|n|b|\?|batch(?:_?size)?|:)$/i

/** Reads the dimensions of a tensor as people write them. Never throws. */
export function readShape(text: string): ShapeReading {
  if (text.length > longest) return unreadable(`A shape has at most ${longest} characters.`)
  const plain = withoutLatex(plainCharacters(text)).replace(/\s+/g, ' ').trim()
  if (plain === '') return { ok: false, reason: 'empty', message: 'Nothing is written here yet.' }
  const inner = withoutBrackets(plain)
  if (inner === null)
    return unreadable(`“${shorten(text)}” opens and closes different brackets; write a shape as 32 × 14 × 14.`)
  if (inner === '') return { ok: true, dimensions: [], labels: null }
  const entries = entriesOf(inner)
  if (entries.length > mostDimensions) return unreadable(`A shape has at most ${mostDimensions} dimensions.`)
  const dimensions: (number | 'N')[] = []
  const labels: string[] = []
  for (const entry of entries) {
    const labelled = /^([A-Za-z][A-Za-z_']{0,15}) ?[=:] ?(.*)$/.exec(entry)
    const value = labelled?.[2] ?? entry
    if (labelled?.[1]) labels.push(labelled[1])
    if (free.test(value)) dimensions.push('N')
    else if (/^\d{1,15}$/.test(value)) dimensions.push(Number(value))
    else return unreadable(entryMessage(text, value, dimensions.length + 1))
  }
  if (labels.length > 0 && labels.length < dimensions.length) {
    return unreadable('Some dimensions have a name and some do not; name all of them or none.')
  }
  return { ok: true, dimensions, labels: labels.length > 0 ? labels : null }
}

/** The text inside `( )`, `[ ]`, `torch.Size([ ])`, `TensorShape([ ])`; null where brackets do not pair. */
function withoutBrackets(plain: string): string | null {
  let inner = plain
    .replace(/^(?:[a-z_]\w{0,15}\.)?(?:shape|size|dim(?:ension)?s) ?[=:] ?(?=\S)/i, '')
    .replace(/^(?:(?:torch\.|tf\.)?(?:Size|TensorShape|shape)) ?(?=[([])/i, '')
  for (let depth = 0; depth < 3; depth++) {
    const pair = /^(?:\((.*)\)|\[(.*)\])$/.exec(inner)
    if (!pair) break
    inner = (pair[1] ?? pair[2] ?? '').trim()
  }
  return /[()[\]{}]/.test(inner) ? null : inner
}

function entriesOf(inner: string): string[] {
  if (inner.includes(',') || inner.includes(';')) {
    const entries = inner.split(/[,;]/).map((entry) => entry.trim())
    // Python writes the shape of a vector as (5,), and allows a comma at every end
    if (entries.length > 1 && entries.at(-1) === '') entries.pop()
    return entries
  }
  if (/[*×]|\bby\b|[\dN?]\s*x\s*[\dN?-]/i.test(inner)) {
    return inner.split(/\*|×|\bby\b|x/i).map((entry) => entry.trim())
  }
  // `H = 14` is one entry, `14 14` are two
  return inner.replace(/ ?([=:]) ?/g, '$1').split(' ')
}

function entryMessage(text: string, value: string, position: number): string {
  if (value === '') return `The dimension at position ${position} of “${shorten(text)}” is missing.`
  return `“${shorten(value)}” (position ${position}) is not a whole number; write a shape as 32 × 14 × 14.`
}

function unreadable(message: string): ShapeReading {
  return { ok: false, reason: 'unreadable', message }
}
