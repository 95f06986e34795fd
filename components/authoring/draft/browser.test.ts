import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserStore, sendDraft } from './browser.ts'

afterEach(() => vi.unstubAllGlobals())

describe('what a browser keeps', () => {
  const kept = new Map<string, string>()
  beforeEach(() => {
    kept.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
  })

  it('is apart for every person and every question', () => {
    const text = { source: 'mine', revision: 2, sent: ['x'] }
    browserStore('ada', 'gru').write(text)
    expect(browserStore('ada', 'gru').read()).toEqual(text)
    expect([browserStore('ben', 'gru').read(), browserStore('ada', 'conv').read()]).toEqual([null, null])
    browserStore('ada', 'gru').clear()
    expect(browserStore('ada', 'gru').read()).toBeNull()
  })

  it.each([
    ['{"source":1,"revision":2,"sent":[]}', null],
    ['{"source":"mine","revision":"2","sent":[]}', null],
    ['torn', null],
    ['{"source":"mine","revision":2}', { source: 'mine', revision: 2, sent: [] }],
  ])('is passed over where it is nothing of ours: %s', (text, read) => {
    kept.set('draft.ada.gru', text)
    expect(browserStore('ada', 'gru').read()).toEqual(read)
  })

  it('may be nothing', () => {
    const refuse = () => {
      throw new Error('full')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    const store = browserStore('ada', 'gru')
    store.write({ source: 'mine', revision: 1, sent: [] })
    store.clear()
    expect(store.read()).toBeNull()
  })
})

it.each<[string, number, object, object]>([
  ['acknowledged', 200, { revision: 3, savedAt: 'now' }, { kind: 'saved', revision: 3, savedAt: 'now' }],
  [
    'against another text',
    409,
    { error: { theirs: { source: 'a', revision: 2 }, diff: { hunks: [] } } },
    { kind: 'conflict', theirs: { source: 'a', revision: 2, diff: { hunks: [] } } },
  ],
  ['of somebody who is signed out', 401, {}, { kind: 'signed-out' }],
  ['too soon', 429, {}, { kind: 'away' }],
  ['to a server that is away', 503, {}, { kind: 'away' }],
  ['not allowed', 422, { error: { message: 'No.' } }, { kind: 'refused', message: 'No.' }],
])('a save is %s', async (_what, status, body, saved) => {
  vi.stubGlobal('fetch', async () => Response.json(body, { status }))
  expect(await sendDraft('gru', 'mine', 2)).toEqual(saved)
})

it('a save that reaches nobody is tried again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')))
  expect(await sendDraft('gru', 'mine', 2)).toEqual({ kind: 'away' })
})
