import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pageRows, rows } from './rows/all.ts'
import { openRoutes, withoutPrincipal } from './rows/open.ts'
import { pages, routes, serverActions, useCases, usedByApp } from './testing/found.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const named = ({ file, name }: { file: string; name: string }) => `${file} ${name}`
const twice = (all: readonly string[]) => all.filter((one, place) => all.indexOf(one) !== place)

describe('what can be asked of the server', () => {
  it('has a row: every use case', async () => {
    const known = new Set<unknown>(rows.map(({ use }) => use))
    const found = useCases(root)
    const modules = await Promise.all(found.map(({ file }) => import(/* @vite-ignore */ path.join(root, file))))
    const functions = found.map(({ name }, place) => modules[place][name])
    expect(found.filter((_, place) => !known.has(functions[place])).map(named)).toEqual([])
    // and the other way: a row is of something that is there
    expect(rows.filter(({ use }) => !functions.includes(use)).map(({ use }) => use.name)).toEqual([])
  })

  it('has a row or a reason: whatever else pages and routes call', () => {
    const told = new Set(useCases(root).map(named))
    const others = usedByApp(root)
      .map(named)
      .filter((one) => !told.has(one))
    expect(others.sort()).toEqual(Object.keys(withoutPrincipal).sort())
  })

  it('has a row: every route, each once', () => {
    const listed = [...rows.flatMap((row) => row.routes), ...openRoutes]
    expect(listed.toSorted()).toEqual(
      routes(root)
        .map(({ route }) => route)
        .toSorted(),
    )
    expect(twice(listed)).toEqual([])
  })

  it('has a row: every page', () => {
    expect(pageRows.map(({ address }) => address).toSorted()).toEqual(
      pages(root)
        .map(({ page }) => page)
        .toSorted(),
    )
  })

  it('is a route or a page: there are no server actions', () => {
    expect(serverActions(root)).toEqual([])
  })
})

describe('what finds them', () => {
  const house = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-house-'))
  afterAll(() => fs.rmSync(house, { recursive: true, force: true }))
  const write = (file: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true })
    fs.writeFileSync(path.join(house, file), text)
  }

  it('is fooled by no way of writing them', () => {
    write('lib/principal.ts', 'export interface Principal { id: string }\nexport type Asker = Principal | null')
    write(
      'lib/many.ts',
      `import type { Asker, Principal } from './principal.ts'
       interface Call { who: { principal: undefined | Principal } }
       export
         async function
           broken(
             principal
               :
             | null
             | Principal) {}
       export const arrow = async (_principal: Principal | null) => 1, second = function (p: import('./principal.ts').Principal | null) {}
       export function behindAName(who: Asker) {}
       export function inAnObject({ who }: Call) {}
       export function last(id: string, who?: Principal) {}
       function hidden(principal: Principal | null) {}
       export { hidden as shown }
       export default function (principal: Principal | null) {}
       export function requireSomething(principal: Principal | null) {}
       export function afterTheGuard(person: Principal) {}
       export const callsBack = (run: (principal: Principal | null) => void) => run(null)
       export type Use = (principal: Principal | null) => void`,
    )
    const names = ['arrow', 'behindAName', 'broken', 'default', 'inAnObject', 'last', 'second', 'shown']
    expect(
      useCases(house)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(names)
  })

  it('sees what pages take, however they come by it', () => {
    write(
      'lib/things.ts',
      `import { z } from 'zod'\nexport const body = z.strictObject({}).optional()\nexport const limit = 3\nexport function plain() {}\nconst base = z.strictObject({})\nexport const made = build(), more = base.extend({}), notThat = made.extend()`,
    )
    write('lib/passing-on.ts', `export { plain as renamed } from './things.ts'`)
    write(
      'app/(site)/x/[id]/route.ts',
      `import { body, limit, made, more, notThat } from '../../../../lib/things.ts'
       import type { Use } from '../../../../lib/many.ts'
       export { renamed as GET } from '../../../../lib/passing-on.ts'
       export const POST = 1, dynamic = 'force-dynamic'
       export async function DELETE() { await import('../../../../lib/things.ts') }`,
    )
    write('app/all/page.tsx', `import * as all from '../../lib/things.ts'\nexport default () => <p>{all.plain()}</p>`)
    write('app/sitemap.ts', 'export default () => []')
    expect(usedByApp(house).map(named).toSorted()).toEqual([
      'app/(site)/x/[id]/route.ts import()',
      'lib/things.ts *',
      'lib/things.ts made',
      'lib/things.ts notThat',
      'lib/things.ts plain',
    ])
    expect(routes(house).map(({ route }) => route)).toEqual(['GET /x/[id]', 'POST /x/[id]', 'DELETE /x/[id]'])
    expect(pages(house).map(({ page }) => page)).toEqual(['/all', '/sitemap'])
  })

  it('sees a server action', () => {
    fs.mkdirSync(path.join(house, 'components'))
    write('lib/action.ts', `export async function act() { 'use server' }`)
    expect(serverActions(house)).toEqual(['lib/action.ts'])
  })
})
