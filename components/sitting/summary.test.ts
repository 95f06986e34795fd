import { describe, expect, it } from 'vitest'
import type { Field } from '../../grader/answers/field.ts'
import type { PaperQuestion } from '../../grader/answers/paper.ts'
import type { Saved } from './engine/protocol.ts'
import { gapsOf } from './summary.ts'

const number = (name: string): Field => ({ name, label: `label ${name}`, points: 1, kind: 'number', decimals: 3 })
const question = (slug: string, ...names: string[]): PaperQuestion => ({
  slug,
  title: slug,
  points: 2,
  nodes: [],
  fields: names.map(number),
})
const gaps = (saved: Record<string, Saved>) =>
  gapsOf(
    [question('p', 'a', 'b'), question('q', 'c')],
    (key) => saved[key] ?? null,
    () => 0,
  )
const typed = (text: string): Saved => ({ kind: 'number', text })

describe('what deserves another look before handing in', () => {
  it('is one line for a question in which nothing was answered', () => {
    expect(gaps({ 'q.c': typed('1') })).toMatchObject([
      { number: 1, field: null, why: 'untouched', href: '#answer-p.a' },
    ])
  })

  it('names single fields otherwise', () => {
    expect(gaps({ 'p.a': typed('1') })).toMatchObject([
      { key: 'p.b', why: 'empty' },
      { key: 'q.c', why: 'empty' },
    ])
  })

  it('names what cannot be read, and what has two meanings', () => {
    expect(gaps({ 'p.a': typed('abc'), 'p.b': typed('1,234'), 'q.c': typed('3/4') })).toMatchObject([
      { key: 'p.a', why: 'unread' },
      { key: 'p.b', why: 'unread' },
    ])
  })
})
