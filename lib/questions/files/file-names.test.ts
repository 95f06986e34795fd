import { expect, it } from 'vitest'
import { namedBy, slugOfFile } from './file-names.ts'

const long = 'a'.repeat(80)

it.each([
  ['gru.md', 'gru'],
  ['a-2.md', 'a-2'],
  [`${long}.md`, long],
  [`${long}a.md`, null],
  ['A.md', null],
  ['a--b.md', null],
  ['-a.md', null],
  ['a.md.bak', null],
])('%s is the file of %s', (name, slug) => {
  expect(slugOfFile(name)).toBe(slug)
})

it.each([
  ['bank/gru.md', { kind: 'question', slug: 'gru' }],
  ['a folder/bank/gru.md', { kind: 'question', slug: 'gru' }],
  ['templates/gru.md', { kind: 'other' }],
  ['exams/gru.md', { kind: 'other' }],
  ['figures/cat-4x3-0123456789abcdef.png', { kind: 'figure', file: 'cat-4x3-0123456789abcdef.png' }],
  ['cat-4x3-0123456789abcdef.png', { kind: 'other' }],
  ['figures/cat.png', { kind: 'other' }],
  ['__MACOSX/gru.md', null],
  ['bank/.gru.md', null],
])('%s', (path, named) => {
  expect(namedBy(path)).toEqual(named)
})
