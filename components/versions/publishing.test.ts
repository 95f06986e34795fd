import { afterEach, describe, expect, it, vi } from 'vitest'
import { publishKept, publishText, type Stage } from './publishing.ts'

const version = 'a'.repeat(64)

/** A server of prepared answers, each address with one after the other; the last one stays. */
function server(answers: Record<string, { status?: number; body: unknown }[]>) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, given?: { method?: string }) => {
    const key = `${given?.method ?? 'GET'} ${path.replace('/api/staff/v1/', '').replace(version, 'v')}`
    asked.push(key)
    const known = answers[key] ?? []
    const { status = 200, body } = (known.length > 1 ? known.shift() : known[0]) ?? { status: 404, body: {} }
    return Response.json(body, { status })
  })
  return asked
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const audit = (state: string, more: object = {}) => ({
  body: { auditId: 'x', state, done: 3, of: 24, report: null, sound: null, problem: null, ...more },
})
const kept = (standing: string) => [{ body: { source: 'text', audit: standing } }]
const done = (sound: boolean) => audit('done', { report: { failures: ['no'] }, sound })

/** Stopped when the second stage is shown, if at all. */
async function run(start: (way: Parameters<typeof publishText>[0]) => Promise<Stage>, stopped = false) {
  vi.useFakeTimers()
  const seen: string[] = []
  const abort = new AbortController()
  const onStage = (stage: Stage) => {
    if (seen.push(stage.at) === 2 && stopped) abort.abort()
  }
  const ending = start({ slug: 'q', note: '', flush: async () => 7, signal: abort.signal, onStage })
  await vi.runAllTimersAsync()
  return { seen, ended: await ending }
}

describe('publishing a text', () => {
  it('keeps it as a version, has it audited and publishes it', async () => {
    const asked = server({
      'POST questions/q/versions': [{ body: { version, saved: true, missingFigures: [] } }],
      'GET questions/q/versions/v': kept('none'),
      'POST authoring/audits': [audit('waiting')],
      'GET authoring/audits/x': [audit('running'), done(true)],
      'POST questions/q/publish': [{ body: { version } }],
    })
    const { seen, ended } = await run(publishText)
    expect(ended).toEqual({ at: 'published', version })
    expect(seen).toEqual(['saving', 'auditing', 'auditing', 'auditing', 'publishing'])
    expect(asked.at(-1)).toBe('POST questions/q/publish')
  })

  it('audits what is known to be sound no second time', async () => {
    const asked = server({
      'GET questions/q/versions/v': kept('sound'),
      'POST questions/q/publish': [{ body: { version } }],
    })
    expect((await run((way) => publishKept(way, version))).ended.at).toBe('published')
    expect(asked).toHaveLength(2)
  })

  it('ends with what was found where it is not sound, and publishes nothing', async () => {
    const asked = server({
      'GET questions/q/versions/v': kept('unsound'),
      'POST authoring/audits': [done(false)],
    })
    expect((await run((way) => publishKept(way, version))).ended).toMatchObject({
      at: 'unsound',
      report: { failures: ['no'] },
    })
    expect(asked.some((one) => one.endsWith('/publish'))).toBe(false)
  })

  it.each([
    ['unreadable', { code: 'unreadable', problems: [{ line: 1, column: 1, message: 'no' }] }, 'unreadable'],
    ['a conflict', { code: 'conflict', message: 'Somebody else' }, 'failed'],
  ])('says what is wrong with %s', async (_, error, at) => {
    server({ 'POST questions/q/versions': [{ status: 409, body: { error } }] })
    expect((await run(publishText)).ended.at).toBe(at)
  })

  it('says which pictures are not there, before anything is audited', async () => {
    const asked = server({
      'POST questions/q/versions': [{ body: { version, saved: true, missingFigures: ['a.png'] } }],
    })
    expect((await run(publishText)).ended).toEqual({ at: 'figures-missing', files: ['a.png'] })
    expect(asked).toHaveLength(1)
    server({
      'GET questions/q/versions/v': kept('sound'),
      'POST questions/q/publish': [{ status: 409, body: { error: { code: 'figures-missing', files: ['b.png'] } } }],
    })
    expect((await run((way) => publishKept(way, version))).ended).toEqual({ at: 'figures-missing', files: ['b.png'] })
  })

  it('says that a second author is missing', async () => {
    server({
      'GET questions/q/versions/v': kept('sound'),
      'POST questions/q/publish': [{ status: 409, body: { error: { code: 'review-missing', message: 'x' } } }],
    })
    expect((await run((way) => publishKept(way, version))).ended.at).toBe('review-missing')
  })

  it('is stopped by who asked, and says so to the server', async () => {
    const asked = server({
      'GET questions/q/versions/v': kept('none'),
      'POST authoring/audits': [audit('running')],
      'GET authoring/audits/x': [audit('running')],
      'POST authoring/audits/x/stop': [audit('stopped')],
    })
    expect((await run((way) => publishKept(way, version), true)).ended.at).toBe('stopped')
    expect(asked).toContain('POST authoring/audits/x/stop')
  })

  it('gives up where nothing is heard of the audit any more', async () => {
    server({ 'GET questions/q/versions/v': kept('none'), 'POST authoring/audits': [audit('running')] })
    expect((await run((way) => publishKept(way, version))).ended).toEqual({ at: 'failed', reason: null })
  })
})
