import { describe, expect, it } from 'vitest'
import { operations } from '../../operations/library.ts'
import { manual } from '../../operations/manual.ts'
import { completeAt, cursor } from './complete.ts'

const head = `---
title: A layer
parameters:
  n: integer(2, 4)
  x: decimals([n], -2, 2, 1)
  W: decimals([3, n], -1, 1, 1)
reference:
  z: W x
  y: relu(z)
`
const documented = manual()

/** What is offered where the | stands. */
function offered(text: string) {
  const at = text.indexOf('|')
  const source = text.slice(0, at) + text.slice(at + 1)
  const before = text.slice(0, at).split('\n')
  const { range, options } = completeAt(
    source,
    { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    operations,
    documented,
  )
  const replaced = source.split('\n')[range.line - 1]?.slice(range.column - 1, range.endColumn - 1)
  return { replaced, options, labels: options.map(({ label }) => label) }
}

describe('completion', () => {
  it('offers keys where keys stand: of the question, of a field of its kind, of a mistake, of a list entry', () => {
    expect(offered(`${head}ans|`)).toMatchObject({ replaced: 'ans' })
    expect(offered(`${head}ans|`).options.find(({ label }) => label === 'answers')).toMatchObject({
      kind: 'key',
      detail: 'needed',
      insert: `answers:\n  ${cursor}`,
    })
    expect(offered(`${head}answers:\n  y: { po|`).labels).toEqual(
      expect.arrayContaining(['points', 'decimals', 'step']),
    )
    const width = `${head}answers:\n  w:\n    kind: formula\n    points: 1\n    |`
    expect(offered(width).labels).toEqual(expect.arrayContaining(['equals', 'symbols', 'points']))
    expect(offered(width).labels).not.toContain('axes')
    expect(offered(`${head}answers:\n  |`).labels).toEqual(['z', 'y', 'answer'])
    expect(offered(`${head}mistakes:\n  bias:\n    |`).labels).toEqual(['steps', 'says', 'earns'])
    expect(offered(`${head}mistakes:\n  bias:\n    steps: { |`).labels).toEqual(['z', 'y'])
    expect(offered(`${head}answers:\n  t:\n    kind: text\n    rubric:\n      - { |`).labels).toEqual([
      'says',
      'points',
    ])
    expect(offered(`${head}answers:\n  t:\n    kind: text\n    rubric:\n      - says: A\n        |`).labels).toEqual([
      'says',
      'points',
    ])
  })

  it('offers names with their types, operations with their words and generators where an expression stands', () => {
    const { replaced, options } = offered(`${head}  p: soft|`)
    expect(replaced).toBe('soft')
    expect(options).toContainEqual({
      label: 'W',
      kind: 'parameter',
      detail: '3×3 matrix of numbers',
      doc: 'decimals([3, n], -1, 1, 1)',
      insert: 'W',
    })
    expect(options.find(({ label }) => label === 'softmax')).toMatchObject({
      kind: 'operation',
      insert: `softmax(${cursor})`,
    })
    expect(options.find(({ label }) => label === 'add')).toBeUndefined()
    expect(offered(head.replace('n: integer(2, 4)', 'n: int|')).labels).toContain('integers')
    expect(offered(head.replace('[3, n]', '[3, |]')).labels).toContain('n')
    expect(offered(`${head}mistakes:\n  m:\n    steps:\n      y: |`).labels).toContain('tanh')
  })

  it('offers the few words that a value can be', () => {
    expect(offered(`${head}answers:\n  y: { kind: |`).labels).toContain('property')
    expect(offered(`${head}slips: |`).labels).toEqual(['auto', 'none'])
    expect(offered(`${head}answers:\n  out: { step: |`).labels).toEqual(['z', 'y'])
    expect(offered(`${head}answers:\n  y: { points: 1 }\n  c: { kind: choice, many: |`).labels).toEqual([
      'true',
      'false',
    ])
  })

  it('offers a field from nothing where its name stands alone', () => {
    const { labels, options } = offered('---\ntitle: A\nanswers:\n  effect: |')
    expect(labels.slice(0, 2)).toEqual(['{ points: 1 }', '{ kind: number, points: 1 }'])
    expect(options.find(({ label }) => label.includes('choice'))?.insert).toBe(`{ kind: choice, points: 1, ${cursor} }`)
    expect(offered('---\ntitle: A\nanswers:\n  |').labels).toEqual(['answer'])
    expect(offered(`${head}answers:\n  y: { points: |`).labels).toEqual([])
  })

  it('offers fields and figures in the body, those that are not placed first, and what may be printed', () => {
    const whole = `${head}answers:\n  y: { points: 1 }\n  z: { points: 1 }\n---\nFirst :answer[z] `
    expect(offered(`${whole}:answer[|`).labels).toEqual(['y', 'z'])
    expect(offered(`${whole}then :ans|`).options[0]).toMatchObject({ label: 'answer[y]', insert: 'answer[y]' })
    expect(offered(`${whole}{{|`).labels).toContain('W')
    expect(offered(`${whole}{{|`).labels).not.toContain('y')
    expect(offered(`${whole}plain |`).labels).toEqual([])
  })

  it('reads files of which only the lines can be read', () => {
    expect(offered(`${head}  p: "W x\n  q: |`).labels).toEqual(expect.arrayContaining(['x', 'y']))
    expect(offered('|').labels).toEqual([])
    expect(completeAt('', { line: 9, column: 9 }, operations, documented).options).toEqual([])
  })
})
