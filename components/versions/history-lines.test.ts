import { expect, it } from 'vitest'
import { historyLines } from './history-lines.ts'
import type { HistoryEntry } from './versions.ts'

const entry = (
  id: number,
  what: HistoryEntry['what'],
  minute: number,
  more: Partial<HistoryEntry> = {},
): HistoryEntry => ({
  id,
  what,
  version: 'v2',
  title: 'T',
  at: `2030-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
  by: 'Ines',
  note: 'Clearer.',
  published: false,
  audit: 'sound',
  review: 'none',
  exams: 0,
  ...more,
})
const kept = entry(2, 'version', 0)
const older = entry(1, 'version', 0, { version: 'v1' })
const said = (entries: HistoryEntry[]) =>
  historyLines(entries).map((line) => [line.entry.id, line.before, line.keeps] as const)

it('what was kept and published in one step is one line, and still says where its version came from', () => {
  expect(said([entry(3, 'published', 15), kept, older])).toEqual([
    [3, 'v1', true],
    [1, null, true],
  ])
  expect(said([entry(3, 'published', 1), { ...kept, note: '' }])).toHaveLength(1)
})

it.each<[string, Partial<HistoryEntry>]>([
  ['later', { at: '2030-01-01T10:16:00.000Z' }],
  ['by somebody else', { by: 'Tara' }],
  ['with another note', { note: 'Now for good.' }],
  ['of another version', { version: 'v1' }],
])('published %s it stands by itself', (_, more) => {
  expect(said([{ ...entry(3, 'published', 1), ...more }, kept]).map(([id, , keeps]) => [id, keeps])).toEqual([
    [3, false],
    [2, true],
  ])
})

it('what happened in between keeps them apart', () => {
  const imported = entry(3, 'imported', 1)
  expect(said([entry(4, 'published', 2), imported, kept]).map(([id]) => id)).toEqual([4, 3, 2])
  expect(said([entry(4, 'withdrawn', 2), kept]).map(([id]) => id)).toEqual([4, 2])
})
