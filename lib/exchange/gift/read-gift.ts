import { foundItem, notCarried } from '../item/found.ts'
import type { FoundFile, FoundItem } from '../item/item.ts'
import { oneLine, wellFormed } from '../item/text.ts'
import { withoutMarkers } from '../markup/markers.ts'
import { partsOf } from './answer-block.ts'
import { questionOf } from './gift-question.ts'
import { hideEscapes, showEscapes, withoutHidden } from './gift-text.ts'

const mostQuestions = 2000

/** Reads a file of GIFT. Nothing is thrown: what is no question is told. */
export function readGift(given: string, most = mostQuestions): FoundFile {
  const problems: string[] = []
  const items: FoundItem[] = []
  let topics: string[] = []
  for (const { text, line, tags } of chunks(hideEscapes(withoutHidden(withoutMarkers(wellFormed(given)))))) {
    const category = /^\$CATEGORY:\s*(.*)$/m.exec(text)
    if (category) topics = topicsOf(showEscapes(category[1] ?? ''))
    const rest = text.replaceAll(/^\$CATEGORY:.*$/gm, '').trim()
    if (rest === '') continue
    if (items.length >= most) {
      problems.push(`The file has more than ${most} questions; the rest was not read.`)
      break
    }
    items.push(oneQuestion(rest, line, tags.length > 0 ? tags : topics))
  }
  if (items.length === 0) problems.push('There is no question in this file.')
  return { items, problems }
}

const named = /^\s*::[^:]+::/

/** Blank lines lie between questions, and a name begins one; lines that begin with // are remarks. */
function chunks(text: string): { text: string; line: number; tags: string[] }[] {
  const found: { text: string; line: number; tags: string[] }[] = []
  let tags: string[] = []
  let open: { lines: string[]; line: number } | null = null
  for (const [k, raw] of [...text.split('\n'), ''].entries()) {
    if (/^\s*\/\//.test(raw)) {
      tags.push(...[...showEscapes(raw).matchAll(/\[tag:([^\]]{1,60})\]/g)].map(([, tag = '']) => tag.trim()))
      continue
    }
    if (open && named.test(raw) && !unclosed(open.lines)) {
      found.push({ text: open.lines.join('\n'), line: open.line, tags })
      open = null
      tags = []
    }
    if (raw.trim() !== '') {
      open ??= { lines: [], line: k + 1 }
      open.lines.push(raw)
    } else if (open && !unclosed(open.lines)) {
      found.push({ text: open.lines.join('\n'), line: open.line, tags })
      open = null
      tags = []
    } else open?.lines.push('')
  }
  if (open) found.push({ text: open.lines.join('\n').trimEnd(), line: open.line, tags })
  return found
}

/** An answer block may have blank lines, but not many. */
function unclosed(lines: readonly string[]): boolean {
  const blank = lines.filter((line) => line === '').length
  if (blank > 3) return false
  const text = lines.join('\n')
  return text.lastIndexOf('{') > text.lastIndexOf('}')
}

const topicsOf = (path: string) =>
  path
    .split('/')
    .map((part) => oneLine(part, 60))
    .filter((part) => part !== '' && !/^\$.*\$$|^top$|^defaults?$/i.test(part))
    .slice(-2)

function oneQuestion(source: string, line: number, topics: string[]): FoundItem {
  const [, name, rest = ''] = /^\s*(?:::([\s\S]*?)::)?([\s\S]*)$/.exec(source) ?? []
  const title = showEscapes(name ?? '').replaceAll(/\s*\n\s*/g, ' ')
  const id = title || `line ${line}`
  const parts = partsOf(rest)
  if (parts === null)
    return notCarried(
      id,
      title || oneLine(showEscapes(rest), 80),
      'description',
      `Line ${line}: a text without an answer block is no question.`,
    )
  const made = typeof parts === 'string' ? parts : questionOf(parts)
  if (typeof made === 'string') return notCarried(id, title, 'question', `Line ${line}: ${made}`)
  return foundItem({ id, title, topics, ...made })
}
