import { expect, it } from 'vitest'
import type { Kept, Saved } from './draft.ts'
import { fingerprint } from './fingerprint.ts'
import { DraftKeeper } from './keeper.ts'

const theirs = { source: 'theirs', revision: 7, by: 'Tara', at: 'now', diff: null }
const saved = (revision: number): Saved => ({ kind: 'saved', revision, savedAt: 'now' })

/** A keeper whose server answers when it is told to, and whose clock is turned by hand. */
function keeperOf(kept: Kept | null = null, draft = { source: 'first', revision: 1 }) {
  const store = { kept }
  const sent: { source: string; revision: number; answer: (saved: Saved) => Promise<void> }[] = []
  let waiting: { run: () => void; after: number }[] = []
  const keeper = new DraftKeeper(
    { ...draft, saved: null },
    {
      send: (source, revision) =>
        new Promise((resolve) => {
          const answer = async (one: Saved) => {
            resolve(one)
            for (let k = 0; k < 20; k += 1) await Promise.resolve()
          }
          sent.push({ source, revision, answer })
        }),
      store: {
        read: () => store.kept,
        write: (next) => {
          store.kept = next
        },
        clear: () => {
          store.kept = null
        },
      },
      later(run, after) {
        const one = { run, after }
        waiting.push(one)
        return () => {
          waiting = waiting.filter((other) => other !== one)
        }
      },
      onChange: () => {},
    },
  )
  const turn = () => {
    for (const { run } of waiting.splice(0)) run()
  }
  return { keeper, store, sent, turn, waits: () => waiting.map(({ after }) => after) }
}

it('a text that was put back is of the revision that it was written on, unless the server has one of its own', () => {
  const kept = { source: 'third', revision: 1, sent: [fingerprint('second')] }
  expect(keeperOf(kept, { source: 'second', revision: 2 }).keeper.now).toMatchObject({ revision: 2, restored: true })
  expect(keeperOf(kept, { source: 'theirs', revision: 2 }).keeper.now).toMatchObject({ revision: 1, restored: true })
})

it('what is not another text is neither kept nor sent', () => {
  const { keeper, store, sent, turn, waits } = keeperOf()
  keeper.edit('first')
  expect([store.kept, waits()]).toEqual([null, []])
  keeper.edit('second')
  keeper.edit('first')
  turn()
  expect(keeper.now.state).toBe('saved')
  expect([store.kept, sent]).toEqual([null, []])
})

it('the browser knows what is on its way, and one save waits at a time', () => {
  const { keeper, store, sent, turn, waits } = keeperOf()
  keeper.edit('second')
  keeper.edit('third')
  expect(waits()).toHaveLength(1)
  turn()
  expect(store.kept?.sent).toEqual([fingerprint('third')])
  keeper.edit('fourth')
  expect(keeper.now.state).toBe('saving')
  expect(sent).toHaveLength(1)
})

it('nothing is sent while two texts stand against each other, also not by who wants to publish', async () => {
  const { keeper, sent, turn, waits } = keeperOf()
  keeper.edit('mine')
  turn()
  keeper.edit('mine, more')
  await sent[0]?.answer({ kind: 'conflict', theirs })
  expect([keeper.now.state, waits()]).toEqual(['conflict', []])
  expect(await keeper.flush()).toBeNull()
  expect(sent).toHaveLength(1)
  keeper.keepMine()
  turn()
  expect(sent[1]).toMatchObject({ source: 'mine, more', revision: 7 })
})

it('there is nothing to settle where nothing stands against a text', () => {
  const { keeper, waits } = keeperOf()
  keeper.keepMine()
  expect(keeper.takeTheirs()).toBe('first')
  expect([keeper.now.state, waits()]).toEqual(['saved', []])
})

it('a server that is away is asked ever more seldom, until it answers', async () => {
  const { keeper, store, sent, turn, waits } = keeperOf()
  const pauses: number[] = []
  for (let k = 0; k < 60; k += 1) {
    keeper.edit(`text ${k}`)
    turn()
    await sent[k]?.answer({ kind: 'away' })
    pauses.push(...waits())
  }
  expect(pauses.slice(0, 7)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
  // of texts whose fate is not known, no more are kept than a browser holds with ease
  expect(store.kept?.sent).toHaveLength(50)
  turn()
  await sent[60]?.answer(saved(2))
  expect([keeper.now.state, store.kept]).toEqual(['saved', null])
  keeper.edit('another')
  turn()
  await sent[61]?.answer({ kind: 'away' })
  expect(waits()).toEqual([2_000])
  expect(store.kept?.sent).toEqual([fingerprint('another')])
})

it('a page leaves what another of the same person has written meanwhile', async () => {
  const { keeper, store, sent, turn } = keeperOf()
  keeper.edit('second')
  turn()
  store.kept = { source: 'of another page', revision: 1, sent: [] }
  await sent[0]?.answer(saved(2))
  expect(store.kept).toMatchObject({ source: 'of another page' })
})

it('what was acknowledged, or given up for what another wrote, is in doubt no more', async () => {
  const { keeper, store, sent, turn } = keeperOf()
  keeper.edit('second')
  turn()
  keeper.edit('third')
  await sent[0]?.answer(saved(2))
  expect(store.kept).toEqual({ source: 'third', revision: 2, sent: [] })
  turn()
  await sent[1]?.answer({ kind: 'conflict', theirs })
  expect(keeper.takeTheirs()).toBe('theirs')
  keeper.edit('mine again')
  expect(store.kept).toEqual({ source: 'mine again', revision: 7, sent: [] })
})
