import { beforeEach, describe, expect, it } from 'vitest'
import { keyOf, type ReviewCard } from '../card.ts'
import { madeCard } from '../testing/cards.ts'
import { toggled } from './draft.ts'
import { keptDrafts } from './kept-drafts.ts'
import type { Answered, ReviewApi, ReviewBody, Saved } from './review-api.ts'
import { ReviewSession } from './review-session.ts'

const down = { ok: false, trouble: { status: 0, code: 'unreachable', message: null } } as const
const conflict = { ok: false, trouble: { status: 409, code: 'conflict', message: 'Somebody else.' } } as const

let queue: ReviewCard[]
let asked: { count: number; except: string[] }[]
let saves: ReviewBody[]
let answers: Answered<Saved>[]
let fresh: ReviewCard | null
let held: Record<string, string>
let keptAsked: number
let timers: (() => void)[]
let now: number
let kept: Map<string, string>
let session: ReviewSession

const api: ReviewApi = {
  next: async ({ count, except }) => {
    asked.push({ count, except })
    const cards = queue.filter(({ submissionId }) => !except.includes(submissionId)).slice(0, count)
    return { ok: true, value: { cards, waiting: queue.length } }
  },
  card: async () => (fresh ? { ok: true, value: fresh } : down),
  save: async (body) => {
    saves.push(body)
    const answer = answers.shift() ?? { ok: true, value: { version: body.version + 1, points: 1, rubricVersion: 0 } }
    if (answer.ok) queue = queue.filter(({ submissionId }) => submissionId !== body.submissionId)
    return answer
  },
  keep: async ({ submissions }) => {
    keptAsked = submissions.length
    return { ok: true, value: { held } }
  },
  release: () => {},
}

const settle = async () => {
  for (let i = 0; i < 30; i++) await Promise.resolve()
}
const at = () => session.current?.card.submissionId
const tick = (id = 'file-0') => session.draft((draft) => toggled(draft, id))

beforeEach(() => {
  queue = Array.from({ length: 9 }, (_, n) => madeCard(n))
  asked = []
  saves = []
  answers = []
  fresh = null
  held = {}
  timers = []
  now = 0
  kept = new Map()
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (n: number) => [...kept.keys()][n] ?? null,
    get length() {
      return kept.size
    },
  }
  session = new ReviewSession({
    field: 'gates.why',
    me: 'Tara',
    api,
    drafts: keptDrafts(() => store, 'tara'),
    now: () => now,
    later: (_ms, work) => void timers.push(work),
  })
})

describe('a sitting of reviewing', () => {
  it('has the next answers at hand before they are asked for, each once', async () => {
    await session.start(null)
    expect(session.snapshot()).toMatchObject({ at: 0, phase: 'reading', waiting: 9 })
    const seen = [at()]
    for (let i = 0; i < 8; i++) {
      await session.next()
      seen.push(at())
    }
    expect(new Set(seen).size).toBe(9)
    expect(asked.every(({ count }) => count <= 3)).toBe(true)
    await session.next()
    expect(session.snapshot().phase).toBe('done')
    expect(session.passed).toHaveLength(9)
    session.openPassed()
    expect(at()).toBe('s0')
  })

  it('saves behind the reviewer’s back, who goes on at once', async () => {
    await session.start(null)
    session.look(true)
    now = 4_000
    tick()
    expect(session.save()).toBe('ready')
    void session.next()
    expect(at()).toBe('s1')
    await settle()
    expect(saves).toMatchObject([
      { submissionId: 's0', version: 0, adjustment: 0, rubric: ['file-0'], rubricVersion: 0, seconds: 4 },
    ])
    expect(session.snapshot().waiting).toBe(8)
    session.previous()
    expect(session.current).toMatchObject({ state: 'saved', card: { version: 1, decidedBy: { why: 'Tara' } } })
    expect(session.save()).toBe('unchanged')
    expect(kept.size).toBe(0)
  })

  it('sends nothing undecided, and asks a reason for putting a grader’s decision aside or taking one back', async () => {
    await session.start(madeCard(20, { computed: 1, why: null }))
    expect(session.save()).toBe('unchanged')
    tick()
    expect(session.save()).toBe('reason')
    session.draft((draft) => ({ ...draft, reason: 'Rounded rightly.' }))
    expect(session.save()).toBe('ready')
    await settle()
    session.draft((draft) => ({ ...draft, ticked: [], adjustment: null }))
    expect(session.save()).toBe('reason')
    session.draft((draft) => ({ ...draft, reason: 'I was wrong.' }))
    expect(session.save()).toBe('ready')
    await settle()
    expect(saves[1]).toMatchObject({ points: null, rubric: [], version: 1, reason: 'I was wrong.' })
    await session.next()
    expect(session.save()).toBe('undecided')
    expect(saves).toHaveLength(2)
  })
})

describe('what could not be saved', () => {
  it('stays, is tried again, and loses nothing over a reload', async () => {
    answers = [down]
    await session.start(null)
    tick('file-1')
    session.draft((draft) => ({ ...draft, comment: 'typed for long' }))
    session.save()
    await session.next()
    await settle()
    expect(session.unsent).toMatchObject([{ state: 'failed', draft: { comment: 'typed for long' } }])
    expect([...kept.values()].join()).toContain('typed for long')
    timers.shift()?.()
    await settle()
    expect(session.unsent).toEqual([])
    expect(saves).toHaveLength(2)
    expect(saves[1]).toMatchObject({ comment: 'typed for long', rubric: ['file-1'] })
    expect(kept.size).toBe(0)
  })

  it('comes back as it was typed when the page is opened again', async () => {
    const key = keyOf(madeCard(0))
    kept.set(
      `referee.review/tara/${key}`,
      JSON.stringify({ ticked: ['file-0', 'gone'], adjustment: 0.5, comment: 'x', reason: '' }),
    )
    await session.start(null)
    expect(session.current).toMatchObject({
      restored: true,
      draft: { ticked: ['file-0'], adjustment: 0.5, comment: 'x' },
    })
  })

  it('because somebody was faster is shown beside theirs: the reviewer decides which holds', async () => {
    const theirs = madeCard(0, {
      version: 1,
      history: [
        {
          version: 1,
          reviewer: 'Uma',
          points: 0,
          comment: '',
          commentNodes: [],
          rubric: [],
          adjustment: 0,
          reason: '',
          createdAt: '',
        },
      ],
    })
    answers = [conflict, conflict]
    fresh = theirs
    await session.start(null)
    tick()
    session.save()
    await settle()
    expect(session.unsent).toMatchObject([{ state: 'conflict', theirs: { version: 1 }, draft: { ticked: ['file-0'] } }])
    fresh = { ...theirs, version: 2 }
    session.saveOverTheirs(keyOf(theirs))
    await settle()
    expect(saves[1]).toMatchObject({ version: 1, rubric: ['file-0'] })
    expect(session.unsent).toMatchObject([{ state: 'conflict', theirs: { version: 2 } }])
    session.keepTheirs(keyOf(theirs))
    expect(session.current).toMatchObject({ state: 'saved', card: { version: 2 }, draft: { ticked: [] } })
    expect(session.unsent).toEqual([])
  })

  it('because its rubric was changed is looked at again with the new one', async () => {
    answers = [{ ok: false, trouble: { status: 409, code: 'rubric-changed', message: 'The rubric was changed.' } }]
    const [first] = madeCard(0).rubric.items
    fresh = madeCard(0, { rubric: { version: 2, base: 'zero', items: first ? [first] : [] } })
    await session.start(null)
    tick('file-0')
    tick('file-1')
    session.save()
    await settle()
    expect(session.current).toMatchObject({
      state: 'failed',
      card: { rubric: { version: 2 } },
      draft: { ticked: ['file-0'] },
    })
    expect(timers).toEqual([])
  })
})

it('waits for a server that is away and begins by itself', async () => {
  const next = api.next
  api.next = async () => down
  await session.start(null)
  expect(session.snapshot().phase).toBe('trouble')
  api.next = next
  timers.shift()?.()
  await settle()
  expect(at()).toBe('s0')
})

it('keeps a few answers at a time, however many were passed over', async () => {
  queue = Array.from({ length: 30 }, (_, n) => madeCard(n))
  await session.start(null)
  for (let i = 0; i < 25; i++) await session.next()
  for (let i = 0; i < 25; i++) session.previous()
  await session.keep()
  expect(keptAsked).toBe(10)
})

it('drops what somebody else has by now, and says who has the present one', async () => {
  await session.start(null)
  held = { s0: 'Uma', s1: 'Uma' }
  await session.keep()
  expect(session.current?.card.holder).toBe('Uma')
  await session.next()
  expect(at()).toBe('s2')
})
