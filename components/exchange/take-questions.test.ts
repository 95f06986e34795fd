import { afterEach, expect, it, vi } from 'vitest'
import { type Takeable, takeQuestions } from './take-questions.ts'

const map = 'map-2x2-0123456789abcdef.png'
const cat = 'cat-2x2-0123456789abcdef.png'
const question = (slug: string, source: string, notes: string[] = []): Takeable => ({
  ...{ name: slug, title: slug.toUpperCase(), was: 'essay', slug, source, fields: [], problems: [], notes },
})
const pictures = [
  { file: map, bytes: btoa('map') },
  { file: cat, bytes: btoa('cat') },
  { file: 'dog-2x2-0123456789abcdef.png', bytes: btoa('dog') },
]
interface Asked {
  path: string
  body: unknown
}

/** The server's side: `picture` answers for a picture, by its address. */
function serve(picture: (path: string) => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string | Uint8Array }) => {
    const sent = typeof body === 'string' ? JSON.parse(body) : Buffer.from(body).toString()
    asked.push({ path, body: sent })
    if (path.includes('/pictures/')) return picture(path)
    const { questions } = sent as { questions: { slug: string }[] }
    return Response.json({ taken: questions.map(({ slug }) => ({ asked: slug, slug, what: 'new' })) })
  })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

const take = (...questions: Takeable[]) =>
  takeQuestions({ courseId: 'c', format: 'moodle', file: 'quiz.xml', questions, pictures, onDone: () => {} })

it('sends the pictures that the questions name before them, and takes up the names that they get', async () => {
  const asked = serve((path) => Response.json({ file: path.includes(map) ? map : `new-${cat}` }))
  const taken = await take(question('a', `x ${map} ${cat}`), question('b', cat), question('c', 'none'))
  expect(taken).toMatchObject({ ok: true, taken: [{ slug: 'a', title: 'A', notes: [] }, { slug: 'b' }, { slug: 'c' }] })
  expect(asked.map(({ path }) => path)).toEqual([
    `/api/staff/v1/exchange/pictures/c/${map}`,
    `/api/staff/v1/exchange/pictures/c/${cat}`,
    '/api/staff/v1/exchange/take-over',
  ])
  expect(asked[0]?.body).toBe('map')
  expect(asked[2]?.body).toMatchObject({
    questions: [{ source: `x ${map} new-${cat}` }, { source: `new-${cat}` }, { source: 'none' }],
  })
})

it('tells of a picture that is refused and takes the question all the same; who is away is told', async () => {
  serve(() => Response.json({ error: { code: 'damaged', message: 'It is damaged.' } }, { status: 422 }))
  expect(await take(question('a', map))).toMatchObject({ ok: true, taken: [{ notes: [`${map}: It is damaged.`] }] })
  const asked = serve(() => Response.error())
  expect(await take(question('a', map))).toMatchObject({ ok: false })
  expect(asked.map(({ path }) => path)).toEqual([`/api/staff/v1/exchange/pictures/c/${map}`])
})

it('sends no more notes than the server takes', async () => {
  const asked = serve(() => Response.json({}))
  await take(
    question(
      'a',
      'x',
      Array.from({ length: 120 }, (_, k) => `${k} ${'x'.repeat(2000)}`),
    ),
  )
  const notes = asked.flatMap(({ body }) => (body as { questions: { notes: string[] }[] }).questions[0]?.notes ?? [])
  expect([notes.length, notes[0]?.length]).toEqual([100, 1000])
})
