import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { configKey, settingsText } from './config-key.ts'
import { keyHash, provenKey } from './keys.ts'
import { ownSettings } from './own-settings.ts'
import { PlistProblem, readPlist } from './plist.ts'

const list = (inner: string) => `<?xml version="1.0"?>\n<plist version="1.0"><dict>${inner}</dict></plist>`
const entry = (key: string, value: string) => `<key>${key}</key>${value}`

/** An excerpt of the example in Safe Exam Browser's developer documentation: order, raw backslash, Base64. */
const documented =
  '{"additionalResources":[],"allowAirPlay":false,"allowBrowsingBackForward":false,"allowDownUploads":false,' +
  '"allowedDisplayBuiltin":true,"allowedDisplaysMaxNumber":1,"allowFlashFullscreen":false,"blacklistURLFilter":"",' +
  '"browserMessagingPingTime":120000,"browserMessagingSocket":"ws:\\localhost:8706","configKeySalt":"",' +
  '"examKeySalt":"fOwye5rcju6okk1489PNuKKm5VLTObxNAIn35vZNNrc="}'
const documentedList = list(
  [
    entry('examKeySalt', '<data>\n  fOwye5rcju6okk1489PN\n  uKKm5VLTObxNAIn35vZNNrc=\n</data>'),
    entry('originatorVersion', '<string>SEB_OSX_2.1.4_2B66</string>'),
    entry('allowFlashFullscreen', '<false/>'),
    entry('allowedDisplaysMaxNumber', '<integer>1</integer>'),
    entry('browserMessagingSocket', '<string>ws:\\localhost:8706</string>'),
    entry('additionalResources', '<array/>'),
    entry('allowedDisplayBuiltin', '<true/>'),
    entry('proxies', '<dict>\n</dict>'),
    entry('allowBrowsingBackForward', '<false></false>'),
    entry('allowAirPlay', '<false />'),
    entry('configKeySalt', '<data>\n</data>'),
    entry('allowDownUploads', '<false/>'),
    entry('blacklistURLFilter', '<string></string>'),
    entry('browserMessagingPingTime', '<integer>120000</integer>'),
  ].join('\n<!-- in no order -->\n'),
)

describe('the Config Key', () => {
  it('is of the settings as the documentation writes them', () => {
    expect(settingsText(readPlist(documentedList))).toBe(documented)
    expect(configKey(documentedList)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('takes text as it stands, sorts within arrays, and rounds what is real', () => {
    const nested = entry(
      'rules',
      '<array><dict><key>b</key><string>a"b\\c &amp; &#228;</string><key>A</key><real>1.25</real></dict></array>',
    )
    expect(settingsText(readPlist(list(nested)))).toBe('{"rules":[{"A":1.3,"b":"a"b\\c & ä"}]}')
  })

  const name = fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,8}$/)
  const value = fc.oneof(
    fc.boolean().map((it) => `<${it}/>`),
    fc.integer().map((it) => `<integer>${it}</integer>`),
    fc.stringMatching(/^[ -%'-;=?-~äöü]{0,12}$/).map((it) => `<string>${it}</string>`),
  )
  const settings = fc.uniqueArray(fc.tuple(name, value), {
    minLength: 1,
    maxLength: 8,
    selector: ([key]) => key.toLowerCase(),
  })
  const space = fc.constantFrom('', ' ', '\n\t', '<!-- x -->')

  it('does not change with order and white space, and does with any value', () => {
    fc.assert(
      fc.property(settings, fc.infiniteStream(fc.nat()), space, value, (entries, random, gap, other) => {
        const text = (all: [string, string][], between: string) =>
          list(all.map(([key, shown]) => `${between}<key>${key}</key>${between}${shown}`).join(''))
        const shuffled = entries
          .map((one) => ({ one, place: random.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one)
        const key = configKey(text(entries, ''))
        expect(configKey(text(shuffled, gap))).toBe(key)
        const [first, ...rest] = entries
        if (first && first[1] !== other) expect(configKey(text([[first[0], other], ...rest], ''))).not.toBe(key)
        if (rest.length > 0) expect(configKey(text(rest, ''))).not.toBe(key)
      }),
      { seed: 8, numRuns: 200 },
    )
  })

  it.each([
    ['a program', '<html></html>', 'property list'],
    ['a key twice', list(entry('a', '<true/>') + entry('A', '<true/>')), 'twice'],
    ['half a file', '<plist><dict><key>a</key>', 'expected'],
    ['a lone ampersand', list(entry('a', '<string>a & b</string>')), '&amp;'],
    ['its own entities', '<!DOCTYPE plist [<!ENTITY x "y">]><plist><dict/></plist>', 'property list'],
    ['too deep a nest', `<plist>${'<array>'.repeat(60)}`, 'deeply'],
    ['no settings', '<plist><array/></plist>', 'settings'],
    ['no number', list(entry('a', '<integer>one</integer>')), 'no number'],
  ])('refuses %s in a sentence', (_what, source, word) => {
    expect(() => configKey(source)).toThrow(PlistProblem)
    expect(() => configKey(source)).toThrow(word)
  })

  it('of our own settings is another for another exam', () => {
    expect(settingsText(readPlist(ownSettings('https://x.example/?a=1&b=2')))).toContain(
      '"startURL":"https://x.example/?a=1&b=2"',
    )
    expect(configKey(ownSettings('https://x.example/1'))).not.toBe(configKey(ownSettings('https://x.example/2')))
  })
})

describe('what the browser sends', () => {
  const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
  const page = 'https://exams.example.edu/exams/1?launch=7'

  it('proves a key for one address, whatever stands after #', () => {
    expect(provenKey(keyHash(`${page}#top`, two), page, [one, two])).toBe(two)
    expect(provenKey(keyHash(page, two).toUpperCase(), page, [one, two])).toBe(two)
    expect(provenKey(keyHash(page, two), `${page}8`, [one, two])).toBeNull()
    expect(provenKey(keyHash(page, 'c'.repeat(64)), page, [one, two])).toBeNull()
  })

  it.each([null, undefined, '', 'x', `${'a'.repeat(63)}g`])('proves nothing with %s', (hash) => {
    expect(provenKey(hash, page, [one])).toBeNull()
  })
})
