import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asWritten, inert, mightRun } from './inert.ts'
import { harmlessTexts, hostileTexts } from './testing/hostile.ts'

/** As OWASP lists them: what a spreadsheet takes for the begin of a formula. */
const runs = /^[=+\-@\t\r\n＝＋－＠]/

describe('text for a spreadsheet', () => {
  it.each(hostileTexts.map((text) => [JSON.stringify(text), text]))('%s cannot run', (_, text) => {
    const shown = inert(text)
    expect(shown).not.toMatch(runs)
    // nor what a program reads that takes a semicolon, a tab or a line break for the end of a cell
    for (const part of shown.split(/[;\t\r\n]/)) expect(part.replace(/^["\s]+/, '')).not.toMatch(runs)
    expect(asWritten(shown)).toBe(text)
  })

  it.each(harmlessTexts)('%j stays as it is', (text) => {
    expect(inert(text)).toBe(text)
    expect(mightRun(text)).toBe(false)
  })

  it('can always be read back', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n;\'" ＝x1,‘\u200b') })
    fc.assert(
      fc.property(hostile, (text) => asWritten(inert(text)) === text && !runs.test(inert(text))),
      { seed: 7, numRuns: 3000 },
    )
  })
})
