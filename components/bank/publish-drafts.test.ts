import { afterEach, expect, it, vi } from 'vitest'
import { ended, publishDrafts } from './publish-drafts.ts'

afterEach(() => vi.unstubAllGlobals())

const draft = (some: object = {}) => ({ revision: 3, draft: true, rights: { publish: true }, ...some })

/** A server that has these drafts; every version of them is audited already. */
function server(drafts: Record<string, object | number>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, given?: { method?: string }) => {
    const [slug = '', what = ''] = path.replace('/api/staff/v1/questions/', '').split('/')
    asked.push(`${slug} ${given?.method ?? 'GET'} ${what}`)
    const known = drafts[slug]
    if (typeof known === 'number') return Response.json({}, { status: known })
    if (what === 'draft') return Response.json(known)
    if (what === 'publish') return Response.json({ version: 'v' })
    return Response.json({ version: 'v', saved: true, missingFigures: [], source: '', audit: 'sound' })
  })
  return asked
}

async function run(slugs: string[], stopAt?: string) {
  const stages: Record<string, string[]> = {}
  const stop = new AbortController()
  await publishDrafts({
    ...{ slugs, note: '', signal: stop.signal },
    onStage: (slug, stage) => {
      stages[slug] = [...(stages[slug] ?? []), stage.at]
      if (slug === stopAt && ended(stage)) stop.abort()
    },
  })
  return stages
}

it('publishes one after the other what has a draft and may be published, and says of each how it ended', async () => {
  const asked = server({
    a: draft(),
    same: draft({ draft: false }),
    theirs: draft({ rights: { publish: false } }),
    hidden: 403,
    gone: 500,
    b: draft(),
  })
  const stages = await run(['a', 'same', 'theirs', 'hidden', 'gone', 'b'])
  expect(Object.fromEntries(Object.entries(stages).map(([slug, all]) => [slug, all.at(-1)]))).toEqual({
    ...{
      a: 'published',
      same: 'nothing-new',
      theirs: 'not-yours',
      hidden: 'not-yours',
      gone: 'failed',
      b: 'published',
    },
  })
  expect(asked.filter((line) => line.endsWith('publish'))).toEqual(['a POST publish', 'b POST publish'])
  expect(asked.indexOf('a POST publish')).toBeLessThan(asked.indexOf('b GET draft'))
})

it('begins no other once it is stopped', async () => {
  const asked = server({ a: draft(), b: draft(), c: draft() })
  const stages = await run(['a', 'b', 'c'], 'a')
  expect([stages.a?.at(-1), stages.b, stages.c]).toEqual(['published', ['stopped'], ['stopped']])
  expect(asked.some((line) => line.startsWith('b'))).toBe(false)
})

it('is stopped, and not failed, where nobody waits for an answer any more', async () => {
  const stop = new AbortController()
  vi.stubGlobal('fetch', () => {
    stop.abort()
    return Promise.reject(new Error('aborted'))
  })
  const stages: string[] = []
  await publishDrafts({ slugs: ['a'], note: '', signal: stop.signal, onStage: (_, { at }) => stages.push(at) })
  expect(stages).toEqual(['saving', 'stopped'])
})
