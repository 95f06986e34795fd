import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryLines } from './carry-lines.ts'
import { diffTexts, linesOf, type TextDiff } from './text-diff.ts'

const shown = ({ hunks }: TextDiff) =>
  hunks.map(({ lines }) =>
    lines.map(({ kind, left, right, parts }) => {
      const text = parts.map((part) => (part.changed ? `[${part.text}]` : part.text)).join('')
      return `${kind === 'same' ? ' ' : kind === 'added' ? '+' : '-'}${left ?? ''}/${right ?? ''} ${text}`
    }),
  )

describe('what differs between two texts', () => {
  it('is told by line, and within a line by word', () => {
    const before = 'title: A sum\nreference:\n  total: a - b\nend\n'
    const after = 'title: A sum\nreference:\n  total: a + b\nmore\nend\n'
    expect(shown(diffTexts(before, after))).toEqual([
      [' 1/1 title: A sum', ' 2/2 reference:', '-3/   total: a [-] b', '+/3   total: a [+] b', '+/4 more', ' 4/5 end'],
    ])
  })

  it('two lines that have nothing in common are not compared word by word', () => {
    expect(shown(diffTexts('one\n', 'a far longer text\n'))).toEqual([['-1/ one', '+/1 a far longer text']])
  })

  it('far apart makes two places, close together one', () => {
    const text = (changes: Record<number, string>, count = 30) =>
      Array.from({ length: count }, (_, k) => changes[k] ?? `line ${k}`).join('\n')
    expect(diffTexts(text({}), text({ 3: 'x', 20: 'y' })).hunks).toHaveLength(2)
    const near = diffTexts(text({}), text({ 3: 'x', 8: 'y' }))
    expect(near).toMatchObject({ added: 2, removed: 2 })
    expect(near.hunks.map(({ lines }) => lines.length)).toEqual([14])
  })

  it('is nothing between equal texts, and everything from nothing', () => {
    expect(diffTexts('a\nb\n', 'a\nb\n')).toEqual({ added: 0, removed: 0, hunks: [] })
    expect(diffTexts('', 'a\nb\n')).toMatchObject({ added: 2, removed: 0 })
    expect(diffTexts('a', 'a\n')).toEqual({ added: 0, removed: 0, hunks: [], ending: true })
  })

  it('two long texts that are not alike are compared in time', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, k) => `${word} ${k}`).join('\n')
    expect(diffTexts(text('a'), text('b'))).toMatchObject({ added: 20_000, removed: 20_000 })
    const line = (odd: number) => Array.from({ length: 400 }, (_, k) => (k % 2 === odd ? `w${k}` : 'and')).join(' ')
    const long = (odd: number) => Array.from({ length: 100 }, (_, k) => `${k} ${line(odd)}`).join('\n')
    const [first] = diffTexts(long(0), long(1)).hunks[0]?.lines ?? []
    expect(first?.parts).toHaveLength(1)
  })

  const texts = fc
    .array(fc.constantFrom('a', 'b', 'c d', 'c e', ''), { maxLength: 12 })
    .map((lines) => `${lines.join('\n')}\n`)

  it('holds every changed line once, in order, with what stands on its side', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const lines = diffTexts(left, right).hunks.flatMap((hunk) => hunk.lines)
        for (const [side, text, kind] of [
          ['left', left, 'removed'],
          ['right', right, 'added'],
        ] as const) {
          const own = lines.filter((line) => line[side] !== null)
          expect(own.map((line) => line[side])).toEqual(
            [...new Set(own.map((line) => line[side]))].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
          )
          for (const line of own)
            expect(line.parts.map((part) => part.text).join('')).toBe(linesOf(text)[(line[side] ?? 0) - 1])
          expect(diffTexts(left, right)[kind]).toBe(lines.filter((line) => line.kind === kind).length)
        }
      }),
      { seed: 61, numRuns: 300 },
    )
  })

  it('carries every line to one that says the same, or in its place', () => {
    expect([...carryLines('a\nb\nc\n', 'x\na\nB\nc\n')]).toEqual([
      [1, { line: 2, changed: false }],
      [2, { line: 3, changed: true }],
      [3, { line: 4, changed: false }],
    ])
    expect(carryLines('a\nb\nc\n', 'a\nc\n').has(2)).toBe(false)
    fc.assert(
      fc.property(texts, texts, (from, to) => {
        const [left, right] = [linesOf(from), linesOf(to)]
        const carried = carryLines(from, to)
        const targets = [...carried.values()].map(({ line }) => line)
        expect(new Set(targets).size).toBe(targets.length)
        for (const [at, { line, changed }] of carried) if (!changed) expect(right[line - 1]).toBe(left[at - 1])
      }),
      { seed: 62, numRuns: 300 },
    )
  })
})
