import { expect, it } from 'vitest'
import { FileQueue, type QueueWorld } from './file-queue.ts'
import type { KeptFile } from './kept-files.ts'
import type { Sent } from './send-file.ts'

const blob = (words: string) => new Blob([words])
const refused = (code: string): Sent => ({ outcome: 'refused', status: 422, code, message: `It is ${code}.` })

/** A device, and a server that answers as it is told. */
function made(answers: Sent[], changes: Partial<QueueWorld> = {}) {
  const kept = new Map<string, KeptFile>()
  const sent: string[] = []
  const arrived: string[] = []
  let ids = 0
  const queue = new FileQueue({
    place: 'here',
    newId: () => `page-${++ids}`,
    ready: async (one) => one,
    redraw: async () => blob('drawn anew'),
    send: async (page, one) => {
      sent.push(`${page} ${await one.text()}`)
      return answers.shift() ?? { outcome: 'kept' }
    },
    keep: async (file) => {
      kept.set(file.page, file)
      return true
    },
    letGo: async (page) => {
      kept.delete(page)
    },
    keptFor: async (place) => [...kept.values()].filter((file) => file.place === place),
    wait: async () => {},
    arrived: (outcome) => arrived.push(outcome),
    ...changes,
  })
  return { queue, kept, sent, arrived }
}
const still = (queue: FileQueue) =>
  expect.poll(() => queue.onWay().every(({ phase }) => phase === 'refused'), { timeout: 10_000 }).toBe(true)

it('sends again, as the same page, until the server has it; so long it lies on the device', async () => {
  const { queue, kept, sent, arrived } = made([{ outcome: 'trouble' }, { outcome: 'trouble' }, { outcome: 'late' }])
  await queue.add([{ name: 'a.jpg', blob: blob('a') }])
  await still(queue)
  expect(sent).toEqual(['page-1 a', 'page-1 a', 'page-1 a'])
  expect([arrived, [...kept]]).toEqual([['late'], []])
})

it('has a file that is refused drawn anew once, which is another page', async () => {
  const { queue, sent, arrived } = made([refused('suspicious')])
  await queue.add([{ name: 'a.jpg', blob: blob('a') }])
  await still(queue)
  expect(sent).toEqual(['page-1 a', 'page-2 drawn anew'])
  expect(arrived).toEqual(['kept'])
})

it.each([
  ['a drawing that is refused as well', [refused('damaged'), refused('damaged')], {}],
  ['what the browser cannot draw', [refused('damaged')], { redraw: async () => null }],
  ['what no drawing mends', [refused('too-many-pages')], {}],
])('shows the server’s words for %s and keeps the file until it is put aside', async (_, answers, changes) => {
  const { queue, kept, arrived } = made(answers, changes)
  await queue.add([{ name: 'a.jpg', blob: blob('a') }])
  await still(queue)
  const [file] = queue.onWay()
  expect(file).toMatchObject({ phase: 'refused', message: expect.stringMatching(/^It is /) })
  expect(kept.size).toBe(1)
  queue.again(file?.page ?? '')
  await still(queue)
  expect([arrived, kept.size, queue.onWay()]).toEqual([['kept'], 0, []])
})

it('takes up what an earlier page left, once, and goes on past what is refused', async () => {
  const { queue, kept, sent } = made([refused('full')])
  for (const page of ['old-1', 'old-2'])
    kept.set(page, { page, place: 'here', name: 'x', blob: blob(page), redrawn: false })
  kept.set('other', { page: 'other', place: 'elsewhere', name: 'x', blob: blob('x'), redrawn: false })
  await Promise.all([queue.resume(), queue.resume()])
  await still(queue)
  expect(sent).toEqual(['old-1 old-1', 'old-2 old-2'])
  expect([...kept.keys()].toSorted()).toEqual(['old-1', 'other'])
})
