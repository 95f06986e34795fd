import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesIn, pickMessages } from './catalogue.ts'
import { en } from './en.ts'
import { parseMessage } from './format.ts'
import { literalTexts } from './testing/literal-texts.ts'

const root = join(import.meta.dirname, '../..')
const sources = ['components', 'app']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.includes('messages/en'))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

describe('the catalogue', () => {
  it('is in ICU syntax throughout', () => {
    for (const messages of Object.values(en)) for (const message of Object.values(messages)) parseMessage(message)
  })

  it('has every message that the pages name, and no page lacks one', () => {
    const named = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/'([a-zA-Z]+)\.([a-zA-Z]+)'/g)]
        .filter(([, namespace]) => namespace !== undefined && namespace in en)
        .map(([, namespace = '', message = '']) => ({ file, namespace, message })),
    )
    const absent = named.filter(({ namespace, message }) => !(message in en[namespace as keyof typeof en]))
    expect(absent).toEqual([])
  })

  it('has no message that no page names', () => {
    const everything = sources.map(({ text }) => text).join('\n')
    const unused = Object.entries(en).flatMap(([namespace, messages]) =>
      Object.keys(messages)
        .map((message) => `${namespace}.${message}`)
        .filter((key) => !everything.includes(`'${key}'`) && !everything.includes(`${key}\``)),
    )
    expect(unused.filter((key) => !key.startsWith('site.broken') && key !== 'site.tryAgain')).toEqual([])
  })

  it('speaks for every visible text: no component says anything by itself', () => {
    const literal = sources
      .filter(({ file }) => file.endsWith('.tsx'))
      .flatMap(({ file, text }) => literalTexts(text).map((said) => `${file}: ${said}`))
    expect(literal).toEqual([])
  })
})

describe('messages of a page', () => {
  it('are printed in the language asked for, or in English', () => {
    expect(messagesIn('en')('site.signedInAs', { name: 'Ada' })).toBe('Signed in as Ada')
    expect(messagesIn('xx')('site.name')).toBe('Referee')
  })

  it('go to the browser only as far as it needs them', () => {
    expect(Object.keys(pickMessages('en', ['saving']))).toEqual(['saving'])
  })
})
