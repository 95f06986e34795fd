import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { signedIn } from '../../auth/testing/signed-in.ts'
import { closePools } from '../../db/pool.ts'
import { sendingQueue } from '../../db/queue.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { type State, states, type Who } from './gives.ts'
import { pageRows, rows } from './rows/all.ts'
import { pages, routes } from './testing/found.ts'
import { signWithKeys } from './testing/keys.ts'
import { differences, outcomeOf } from './testing/outcome.ts'
import { browser, visitPage } from './testing/page.ts'
import { askRoute } from './testing/route.ts'
import { undoing } from './testing/undone.ts'
import { makeWorlds, type World } from './testing/world.ts'

vi.mock('next/headers', async () => (await import('./testing/page.ts')).headersOfNext)
vi.mock('next/navigation', async () => (await import('./testing/page.ts')).navigationOfNext)

const root = path.resolve(import.meta.dirname, '../../..')
const routeFiles = new Map(routes(root).map(({ route, file }) => [route, file]))
const pageFiles = new Map(pages(root).map(({ page, file }) => [page, file]))

let worlds: Map<State, World>
let undo: Awaited<ReturnType<typeof undoing>>
const cookies = new Map<Who, string>()

beforeAll(async () => {
  await freshDatabase()
  signWithKeys()
  worlds = new Map((await makeWorlds()).map((world) => [world.state, world]))
  await sendingQueue()
  for (const [who, principal] of Object.entries(worlds.get('running')?.people ?? {}))
    cookies.set(who as Who, `next-auth.session-token=${await signedIn(principal)}`)
  undo = await undoing()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterAll(async () => {
  await undo.end()
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

const worldOf = (state: State) => worlds.get(state) as World
const principalOf = (who: Who, { people }: World) => (who === 'nobody' ? null : people[who])

describe('who may do what', () => {
  it.each(rows.map((row) => [row.use.name, row] as const))('%s', async (_name, row) => {
    const ask = (who: Who, state: State) =>
      undo.undone(() => outcomeOf(() => row.call(principalOf(who, worldOf(state)), worldOf(state))))
    expect(await differences(row, states, ask)).toEqual([])
  })
})

/** A route calls what its row names, and a page too: what that gives has been asked in every state above. */
const some: readonly State[] = ['running', 'closed']

describe('a route gives what its use case gives', () => {
  const all = rows.flatMap((row) => row.routes.map((route) => [route, row] as const))
  it.each(all)('%s', async (route, row) => {
    const file = routeFiles.get(route) ?? ''
    const ask = (who: Who, state: State) =>
      undo.undone(() => askRoute({ route, file, row, world: worldOf(state), cookie: cookies.get(who) }))
    expect(await differences(row, some, ask)).toEqual([])
  })
})

describe('a page shows what its use cases give', () => {
  it.each(pageRows.map((row) => [row.address, row] as const))('%s', async (address, row) => {
    const file = pageFiles.get(address) ?? ''
    const ask = (who: Who, state: State) =>
      undo.undone(() => browser.run({ cookie: cookies.get(who) }, () => visitPage(file, row, worldOf(state))))
    expect(await differences(row, ['draft', ...some, 'released'], ask)).toEqual([])
  })
})
