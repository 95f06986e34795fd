import type { Journal, JournalRow } from './journal.ts'

const row = (field: string, opId: string, revision = 1): JournalRow => {
  const value = { kind: 'text' as const, markdown: `„${opId}” 😀` }
  return { field, epoch: 1, revision, opId, value, monotonicMs: 1.5, wallMs: 2, fate: null }
}

type Open = (attempt: string) => Journal
const fieldsOf = async (journal: Journal) => (await journal.load()).rows.map(({ field }) => field).sort()

/**
 * What every journal does, as promises that a test awaits: the pretended one in Node, the browser's own in a browser.
 * Gives back what went wrong, nothing when all is well.
 */
export const journalContract: Record<string, (open: Open) => Promise<unknown>> = {
  'keeps an edit for the page that comes after': async (open) => {
    await open('a').write([{ put: row('q.x', 'one') }])
    const { rows, epoch } = await open('a').load()
    return same([rows, epoch], [[row('q.x', 'one')], null])
  },
  'has one row a field, the newest': async (open) => {
    const journal = open('a')
    await journal.write([{ put: row('q.x', 'one') }, { put: row('q.y', 'other') }])
    await journal.write([{ put: row('q.x', 'two', 2) }])
    const { rows } = await journal.load()
    return same(rows.map(({ opId }) => opId).sort(), ['other', 'two'])
  },
  'removes the edit that was acknowledged, never one typed since': async (open) => {
    const journal = open('a')
    await journal.write([{ put: row('q.x', 'two', 2) }, { put: row('q.y', 'other') }])
    await journal.write([
      { remove: 'q.x', opIds: ['one'] },
      { remove: 'q.y', opIds: ['other'] },
      { remove: 'q.z', opIds: ['none'] },
    ])
    return same(await fieldsOf(journal), ['q.x'])
  },
  'remembers under which epoch this browser wrote, apart from the edits': async (open) => {
    const journal = open('a')
    await journal.write([{ claim: 3 }, { put: row('q.x', 'one') }])
    await journal.write([{ claim: 4 }])
    const { rows, epoch } = await open('a').load()
    return same([rows.length, epoch], [1, 4])
  },
  'shows an attempt nothing of another': async (open) => {
    await open('a').write([{ put: row('q.x', 'one') }, { claim: 2 }])
    await open('b').write([{ put: row('q.y', 'other') }])
    const { rows, epoch } = await open('b').load()
    return same([rows, epoch], [[row('q.y', 'other')], null])
  },
}

function same(found: unknown, expected: unknown): string | null {
  const [a, b] = [JSON.stringify(sorted(found)), JSON.stringify(sorted(expected))]
  return a === b ? null : `${a} instead of ${b}`
}

/** With the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
