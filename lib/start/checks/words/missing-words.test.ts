import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, read, root } from '../tree.ts'
import { WordGraph } from './missing-words.ts'

const namespaces = ['site', 'staff', 'verdict']
const catalogue = "import { pickMessages } from '../components/messages/catalogue.ts'"
const provider = "import { MessagesProvider } from '../components/messages/provider.tsx'"
const page = (imports: string, drawn: string) =>
  [catalogue, provider, imports, `export default function Page() { return ${drawn} }`].join('\n')
const within = (picked: string, drawn: string) =>
  `<MessagesProvider locale={l} messages={pickMessages(l, ${picked})}>${drawn}</MessagesProvider>`

const button = `'use client'
import { wordOf } from './word-of.ts'
export function Button() { return <b>{t('staff.send')}{t(wordOf)}</b> }
export function Other() { return <b>{t('site.name')}</b> }`
const wordOf = "export const wordOf = 'verdict.right'"
const server = "import { Button } from './button.tsx'\nexport const Shell = () => <p>{t('site.title')}<Button /></p>"

const house = (given: Record<string, string>, onlyWithin: Record<string, string> = {}) =>
  new WordGraph({
    sources: new Map(
      Object.entries({
        'components/button.tsx': button,
        'components/word-of.ts': wordOf,
        'components/shell.tsx': server,
        ...given,
      }),
    ),
    namespaces,
    onlyWithin,
  }).missing()
const shell = "import { Shell } from '../components/shell.tsx'"

describe('the words of a page', () => {
  it('are those of every client component that it leads to, and not those of the server', () => {
    expect(house({ 'app/page.tsx': page(shell, within("['staff']", '<Shell />')) })).toEqual(['app/page.tsx: verdict'])
    expect(house({ 'app/page.tsx': page(shell, within("['staff', 'verdict']", '<Shell />')) })).toEqual([])
  })

  it('are found through pieces of the same file, constants, and what passes names on', () => {
    const drawn = `${within('words', '<Part />')} }\nfunction Part() { return <Passed />`
    const imports = "import { Passed } from '../components/passing.ts'\nimport { words } from './words.ts'"
    const given = {
      'app/page.tsx': page(imports, drawn),
      'app/words.ts': "const few = ['staff'] as const\nexport const words = [...few]",
      'components/passing.ts': "export { Button as Passed } from './button.tsx'",
    }
    expect(house(given)).toEqual(['app/page.tsx: verdict'])
  })

  it('come from the layout above where the page hands on none', () => {
    const layout = page('', within("['staff']", '{children}'))
    const given = { 'app/page.tsx': page(shell, '<Shell />') }
    expect(house(given)).toEqual(['app/page.tsx: staff, verdict'])
    expect(
      house({
        'app/a/b/page.tsx': page(shell, '<Shell />').replaceAll('../', '../../../'),
        'app/a/layout.tsx': layout,
      }),
    ).toEqual(['app/a/b/page.tsx: verdict'])
  })

  it('are not asked for by types, nor by what draws nothing without what stands above it', () => {
    const typed = "import type { Button } from '../components/button.tsx'"
    expect(house({ 'app/page.tsx': page(typed, within('[]', '<i />')) })).toEqual([])
    const given = { 'app/page.tsx': page(shell, within("['verdict']", '<Shell />')) }
    expect(house(given, { 'components/button.tsx': 'components/above.tsx' })).toEqual([])
    expect(house(given, { 'components/button.tsx': 'components/shell.tsx' })).toEqual(['app/page.tsx: staff'])
  })

  it('that cannot be read from the source are said', () => {
    expect(() => house({ 'app/page.tsx': page(shell, within('some()', '<Shell />')) })).toThrow(/cannot be read/)
  })
})

describe('every page of this house', () => {
  it('has the words of all that it can draw', () => {
    const ours = files().filter((name) => /^(app|components)\/.*(?<!\.test)\.tsx?$/.test(name))
    const said = readdirSync(path.join(root, 'components/messages/en')).map((name) => name.replace(/\.ts$/, ''))
    const graph = new WordGraph({
      sources: new Map(ours.map((name) => [name, read(name)])),
      namespaces: said.map((name) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())),
      onlyWithin: { 'components/requests/own/part-request.tsx': 'components/result/result-page.tsx' },
    })
    expect(graph.missing()).toEqual([])
  }, 60_000)
})
