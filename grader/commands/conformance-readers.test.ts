import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { conformReaders } from './conformance-readers.ts'

const cases = join(import.meta.dirname, '../answers/cases')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'readers-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('reader conformance', () => {
  it.each(['numbers', 'shapes', 'tensors'] as const)('every case of %s is read right', (kind) => {
    const result = conformReaders(kind, join(cases, `${kind}.json`))
    expect(result.failing).toEqual([])
    expect(result.right).toBeGreaterThan(10)
  })

  it('tells a wrong value from a refusal', () => {
    const file = join(folder, 'numbers.json')
    const lines = [
      { input: '5', expect: 6 },
      { input: 'five', expect: 5 },
      { input: '1', expect: 'error' },
      { input: '1,234', expect: { ambiguous: [1234, 1.234] } },
      { input: '2 GiB', expect: { withUnit: 2 ** 31 } },
    ]
    writeFileSync(file, JSON.stringify(lines))
    expect(conformReaders('numbers', file)).toMatchObject({ right: 2, wrong: 3, falseAccepts: 2 })
  })
})
