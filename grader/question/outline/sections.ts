import { splitFile } from '../front-matter.ts'
import type { OutlineItem } from './inspection.ts'

interface Line {
  text: string
  /** from 1 */
  number: number
}

/** The sections of a question file as its lines show them, so that a broken one can be folded as well. */
export function sectionsOf(source: string): OutlineItem[] {
  const lines = source.split(/\r?\n/).map((text, k): Line => ({ text, number: k + 1 }))
  const split = splitFile(source)
  const closed = split === null ? lines.length : source.slice(0, split.bodyStart).split('\n').length - 1
  const opened = /^\uFEFF?---[ \t]*$/.test(lines[0]?.text ?? '')
  if (!opened) return [bodyOf(lines)]
  const matter = lines.slice(1, split ? closed - 1 : closed)
  const front: OutlineItem = {
    title: 'front matter',
    kind: 'front matter',
    line: 1,
    endLine: Math.max(1, closed),
    children: keysOf(matter, 'section'),
  }
  return split ? [front, bodyOf(lines.slice(closed))] : [front]
}

/** What hangs on keys of the same indentation, and under a section its entries. */
function keysOf(lines: readonly Line[], kind: 'section' | 'entry'): OutlineItem[] {
  const pattern = /^( *)("[^"]*"|'[^']*'|[^\s#:{}[\],&*!|>'"%@`-][^:#]*|-)(?::(?:\s|$)|\s)/u
  const indentOf = (line: Line) => pattern.exec(line.text)?.[1]?.length ?? null
  const indents = lines.flatMap((line) => indentOf(line) ?? [])
  if (indents.length === 0) return []
  const indent = kind === 'section' ? 0 : Math.min(...indents)
  const heads = lines.flatMap((line, k) => (indentOf(line) === indent ? [k] : []))
  return heads.map((from, k): OutlineItem => {
    const [head, ...below] = trimmed(lines.slice(from, heads[k + 1] ?? lines.length))
    const title = (pattern.exec(head?.text ?? '')?.[2] ?? '').replace(/^(["'])(.*)\1$/, '$2')
    const children = kind === 'section' ? keysOf(below, 'entry') : []
    return { title, kind, line: head?.number ?? 1, endLine: below.at(-1)?.number ?? head?.number ?? 1, children }
  })
}

/** Without the blank and comment lines at its end: those belong to what follows. */
function trimmed(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex(({ text }) => !/^\s*(?:#.*)?$/.test(text))
  return lines.slice(0, last + 1)
}

function bodyOf(lines: readonly Line[]): OutlineItem {
  const [first, last] = [lines[0]?.number ?? 1, trimmedEnd(lines)]
  let fence = ''
  const heads = lines.flatMap(({ text, number }) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? ''
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
    const heading = fence === '' && mark === '' ? /^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(text) : null
    return heading ? [{ title: heading[1] ?? '', number }] : []
  })
  const children = heads.map(({ title, number }, k): OutlineItem => {
    const endLine = Math.max(number, (heads[k + 1]?.number ?? last + 1) - 1)
    return { title, kind: 'heading', line: number, endLine, children: [] }
  })
  return { title: 'body', kind: 'body', line: first, endLine: Math.max(first, last), children }
}

function trimmedEnd(lines: readonly Line[]): number {
  return lines.findLast(({ text }) => text.trim() !== '')?.number ?? lines[0]?.number ?? 1
}
