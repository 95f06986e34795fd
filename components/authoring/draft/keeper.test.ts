import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kept, Saved, Store } from './draft.ts'
import { DraftKeeper } from './keeper.ts'

/** A browser's storage that outlives its pages. */
function storage(kept: Kept | null = null): Store & { kept: Kept | null } {
  return {
    kept,
    read() {
      return this.kept
    },
    write(next) {
      this.kept = next
    },
    clear() {
      this.kept = null
    },
  }
}

/** A server that compares revisions, and a clock that is turned by hand. */
function desk(store = storage()) {
  const server = { source: 'first', revision: 1, mood: 'well' as 'well' | 'away' | 'lost', slow: false }
  const waiting: (() => void)[] = []
  const answers: (() => void)[] = []
  let sends = 0
  const decide = async (source: string, revision: number): Promise<Saved> => {
    if (server.mood === 'away') return { kind: 'away' }
    if (revision !== server.revision && source !== server.source) {
      const { source: text, revision: theirs } = server
      return { kind: 'conflict', theirs: { source: text, revision: theirs, by: 'Tara', at: 'now', diff: null } }
    }
    if (source !== server.source) Object.assign(server, { source, revision: server.revision + 1 })
    return server.mood === 'lost' ? { kind: 'away' } : { kind: 'saved', revision: server.revision, savedAt: 'now' }
  }
  /** the server has it at once; its answer may take its time */
  const send = async (source: string, revision: number): Promise<Saved> => {
    sends += 1
    const saved = await decide(source, revision)
    if (server.slow) await new Promise<void>((resolve) => answers.push(resolve))
    return saved
  }
  const settle = async () => {
    for (let k = 0; k < 20; k += 1) await Promise.resolve()
  }
  const later = (run: () => void) => {
    waiting.push(run)
    return () => void waiting.splice(waiting.indexOf(run), waiting.includes(run) ? 1 : 0)
  }
  const open = () => new DraftKeeper({ ...server, saved: null }, { send, store, later, onChange: () => {} })
  const turn = async () => {
    for (const run of waiting.splice(0)) run()
    await settle()
  }
  const answer = async () => {
    server.slow = false
    for (const resolve of answers.splice(0)) resolve()
    await settle()
  }
  return { server, store, open, turn, answer, sends: () => sends }
}

describe('the text of an editor', () => {
  it('is in the browser before it is sent, and until it is acknowledged', async () => {
    const { server, store, open, turn } = desk()
    const keeper = open()
    keeper.edit('second')
    expect(store.kept).toEqual({ source: 'second', revision: 1, sent: [] })
    expect(keeper.now.state).toBe('unsaved')
    await turn()
    expect(server).toMatchObject({ source: 'second', revision: 2 })
    expect(store.kept).toBeNull()
    expect(keeper.now).toMatchObject({ state: 'saved', revision: 2 })
  })

  it('stays in the browser where it has grown while an older text was on its way', async () => {
    const { server, store, open, turn, answer } = desk()
    server.slow = true
    const keeper = open()
    keeper.edit('second')
    await turn()
    keeper.edit('third')
    await answer()
    expect(server.source).toBe('second')
    expect(store.kept).toMatchObject({ source: 'third', revision: 2 })
    expect(keeper.now.state).toBe('unsaved')
    await turn()
    expect(server.source).toBe('third')
  })

  it('goes on from what was its own, though the answer was lost', async () => {
    const { server, store, open, turn } = desk()
    server.mood = 'lost'
    const keeper = open()
    keeper.edit('second')
    await turn()
    keeper.edit('third')
    server.mood = 'well'
    await turn()
    await turn()
    expect(keeper.now.state).toBe('saved')
    expect(server).toMatchObject({ source: 'third', revision: 3 })
    expect(store.kept).toBeNull()
  })

  it('is put back by the next page where the server was away', async () => {
    const { server, store, open, turn } = desk()
    server.mood = 'away'
    const first = open()
    first.edit('second')
    await turn()
    expect(first.now.state).toBe('away')
    first.stop()
    server.mood = 'well'
    const second = open()
    expect(second.text).toBe('second')
    expect(second.now.restored).toBe(true)
    second.start()
    await turn()
    expect(server.source).toBe('second')
    expect(store.kept).toBeNull()
  })

  it('is acknowledged when it is sent again after a lost answer', async () => {
    const { server, open, turn } = desk()
    server.mood = 'lost'
    const keeper = open()
    keeper.edit('second')
    await turn()
    server.mood = 'well'
    await turn()
    expect(keeper.now).toMatchObject({ state: 'saved', revision: 2 })
  })

  it('is sent again where one goes back to a text that may have been replaced', async () => {
    const { server, open, turn } = desk()
    server.mood = 'lost'
    const keeper = open()
    keeper.edit('second')
    await turn()
    keeper.edit('first')
    server.mood = 'well'
    await turn()
    await turn()
    expect(server.source).toBe('first')
  })

  it('goes to the server when one leaves the page at once, and is not tried again from there', async () => {
    const { server, store, open, turn, sends } = desk()
    const keeper = open()
    keeper.edit('second')
    keeper.stop()
    await turn()
    expect(server.source).toBe('second')
    server.mood = 'away'
    const next = open()
    next.edit('third')
    next.stop()
    await turn()
    const before = sends()
    await turn()
    expect(sends()).toBe(before)
    expect(store.kept?.source).toBe('third')
  })

  it('is sent one at a time, whatever is typed or asked for meanwhile', async () => {
    const { server, open, turn, answer, sends } = desk()
    server.slow = true
    const keeper = open()
    keeper.edit('second')
    await turn()
    keeper.edit('third')
    await turn()
    const flushed = keeper.flush()
    await turn()
    expect(sends()).toBe(1)
    await answer()
    expect(await flushed).toBe(3)
    expect(server.source).toBe('third')
  })

  it('is not said to be put back where the server has it already', () => {
    const { store, open } = desk(storage({ source: 'first', revision: 0, sent: [] }))
    expect(open().now).toMatchObject({ state: 'saved', restored: false })
    expect(store.kept).toBeNull()
  })

  it('is not written into the browser by a page that one has left', async () => {
    const { server, store, open, turn, answer } = desk()
    server.slow = true
    const left = open()
    left.edit('second')
    await turn()
    left.edit('third')
    left.stop()
    const next = open()
    next.edit('fourth')
    await answer()
    expect(store.kept?.source).toBe('fourth')
  })

  it('is never written over what another has saved, nor lost to it', async () => {
    const { server, store, open, turn, sends } = desk()
    const keeper = open()
    Object.assign(server, { source: 'theirs', revision: 2 })
    keeper.edit('mine')
    await turn()
    expect(keeper.now).toMatchObject({ state: 'conflict', theirs: { source: 'theirs', by: 'Tara' } })
    keeper.edit('mine, more')
    const before = sends()
    await turn()
    expect(sends()).toBe(before)
    expect(server.source).toBe('theirs')
    expect(store.kept?.source).toBe('mine, more')
    keeper.keepMine()
    await turn()
    expect(server.source).toBe('mine, more')
    expect(keeper.now.state).toBe('saved')
  })

  it('gives way where one takes what the other has saved', async () => {
    const { server, store, open, turn } = desk()
    const keeper = open()
    Object.assign(server, { source: 'theirs', revision: 2 })
    keeper.edit('mine')
    await turn()
    expect(keeper.takeTheirs()).toBe('theirs')
    expect(store.kept).toBeNull()
    expect(await keeper.flush()).toBe(2)
  })

  it('is saved at once before it is published, or says that it cannot be', async () => {
    const { server, open } = desk()
    const keeper = open()
    keeper.edit('second')
    expect(await keeper.flush()).toBe(2)
    keeper.edit('third')
    server.mood = 'away'
    expect(await keeper.flush()).toBeNull()
  })

  it('is with the server or in the browser, whatever happens', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 4 }) }),
      fc.record({
        do: fc.constantFrom(
          'turn' as const,
          'slow' as const,
          'answer' as const,
          'away' as const,
          'lost' as const,
          'well' as const,
        ),
      }),
      fc.record({ do: fc.constantFrom('reload' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { server, store, open, turn, answer } = desk()
        let keeper = open()
        let last = server.source
        for (const one of steps) {
          if (one.do === 'type') {
            last = one.text
            keeper.edit(last)
          } else if (one.do === 'turn') await turn()
          else if (one.do === 'answer') await answer()
          else if (one.do === 'slow') server.slow = true
          else if (one.do === 'reload') {
            keeper.stop()
            keeper = open()
            keeper.start()
          } else server.mood = one.do
          expect(keeper.text).toBe(last)
          expect([server.source, store.kept?.source]).toContain(last)
        }
        server.mood = 'well'
        await answer()
        for (let k = 0; k < 6; k += 1) await turn()
        expect(server.source).toBe(last)
        expect(store.kept).toBeNull()
      }),
      { seed: 8101, numRuns: 300 },
    )
  })
})
