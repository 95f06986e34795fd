import { afterEach, expect, it, vi } from 'vitest'
import { goneOn, type ImportedFile, sendArchive } from './import-report.ts'

afterEach(() => vi.unstubAllGlobals())

const file = (path: string, some: Partial<ImportedFile> = {}): ImportedFile => ({
  ...{ path, kind: 'question', name: path, what: 'new', problems: [], message: null, missing: [] },
  ...{ draftOf: null, revision: 0, freeName: null, became: null, done: false },
  ...some,
})

it('what one round has written stays written in the next', () => {
  const [written, refused] = [file('a', { became: 'a-2', done: true }), file('b', { message: 'No.' })]
  const after = [file('a', { what: 'taken' }), file('b', { what: 'same' }), file('c')]
  expect(goneOn([written, refused], after)).toEqual([written, after[1], after[2]])
})

it.each<[string, Response | null, object]>([
  ['to its end', Response.json({ files: [], stopped: null }), { ok: true, files: [], stopped: null }],
  ['to its middle', Response.json({ files: [], stopped: 'Away.' }), { ok: true, files: [], stopped: 'Away.' }],
  ['not at all', Response.json({ error: { message: 'No.' } }, { status: 422 }), { ok: false, message: 'No.' }],
  ['to nobody', null, { ok: false, message: null }],
])('an archive comes %s', async (_what, response, answer) => {
  vi.stubGlobal('fetch', async () => response ?? Promise.reject(new Error('offline')))
  expect(await sendArchive(new Blob(['zip']), [{ how: 'skip', path: 'a' }], { course: 'x' })).toEqual(answer)
})
