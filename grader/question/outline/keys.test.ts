import { describe, expect, it } from 'vitest'
import { problemsOf } from '../testing/read-sample.ts'
import { keysAt, pathsAt } from './key-paths.ts'
import { documentedKeys } from './keys.ts'
import { kindManual } from './syntax-manual.ts'

const front = (lines: string) => `---\ntitle: T\nreference: { y: 1 }\n${lines}\n---\nText :answer[y]\n`
const field = (kind: string, lines = '') => front(`answers:\n  y: { points: 1, kind: ${kind}, stranger: 1${lines} }`)

/** What the reader says is allowed where it meets a key that it does not know. */
function allowed(source: string): string[] {
  const [, keys = ''] = /has no key “stranger”.*? Allowed are ([^.]*)\./.exec(problemsOf(source).join('\n')) ?? []
  return keys.split(', ').toSorted()
}
const documented = (path: string[], kind: string | null = null) =>
  keysAt(pathsAt(path, () => kind) ?? [])
    .map(({ key }) => key)
    .toSorted()

describe('the documented keys', () => {
  it.each(kindManual.map(({ kind }) => kind))('are those that a field of kind %s may have', (kind) => {
    expect(allowed(field(kind))).toEqual(documented(['answers', 'y'], kind))
  })

  it.each([
    ['the question', front('stranger: 1\nanswers: { y: { points: 1 } }'), [], null],
    ['a field of a step', front('answers: { y: { points: 1, stranger: 1 } }'), ['answers', 'y'], null],
    ['slips', front('slips: { stranger: 1 }\nanswers: { y: { points: 1 } }'), ['slips'], null],
    ['a mistake', front('mistakes: { m: { stranger: 1 } }'), ['mistakes', 'm'], null],
    ['a grid', front('figures: { f: { kind: grid, stranger: 1 } }'), ['figures', 'f'], 'grid'],
    ['a plot', front('figures: { f: { kind: plot, stranger: 1 } }'), ['figures', 'f'], 'plot'],
    ['an image', front('figures: { f: { kind: image, stranger: 1 } }'), ['figures', 'f'], 'image'],
    [
      'options',
      field('choice', ', options: { stranger: 1 }').replace('stranger: 1,', ''),
      ['answers', 'y', 'options'],
      'choice',
    ],
    [
      'a rubric',
      field('text', ', rubric: [{ stranger: 1 }]').replace('stranger: 1,', ''),
      ['answers', 'y', 'rubric', '0'],
      'text',
    ],
    [
      'what holds',
      field('property', ', example: y, holds: [{ stranger: 1 }]').replace('stranger: 1,', ''),
      ['answers', 'y', 'holds', '0'],
      'property',
    ],
    [
      'a form',
      field('formula', ', equals: x, symbols: { x: number }, form: { stranger: 1 }').replace('stranger: 1,', ''),
      ['answers', 'y', 'form'],
      'formula',
    ],
    [
      'a symbol',
      field('formula', ', equals: x, symbols: { x: { stranger: 1 } }').replace('stranger: 1,', ''),
      ['answers', 'y', 'symbols', 'x'],
      'formula',
    ],
    [
      'a mistake of a formula',
      field('formula', ', equals: x, symbols: { x: number }, mistakes: { m: { stranger: 1 } }').replace(
        'stranger: 1,',
        '',
      ),
      ['answers', 'y', 'mistakes', 'm'],
      'formula',
    ],
    [
      'a mistake of a property',
      field('property', ', example: y, mistakes: { m: { stranger: 1 } }').replace('stranger: 1,', ''),
      ['answers', 'y', 'mistakes', 'm'],
      'property',
    ],
  ] as const)('are those that %s may have', (_, source, path, kind) => {
    const keys = documented([...path], kind)
    expect(keys.length).toBeGreaterThan(0)
    expect(allowed(source)).toEqual(keys)
  })

  it('say what they are for, with an example that begins with the key', () => {
    for (const { path, key, says, example } of documentedKeys) {
      expect(says, `${path} ${key}`).toMatch(/[.…]$/)
      expect(example, `${path} ${key}`).toMatch(new RegExp(`^${key}:`))
    }
  })
})
