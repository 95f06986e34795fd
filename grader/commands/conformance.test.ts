import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { GoldenFile } from '../operations/golden/golden.ts'
import { conformance } from './conformance.ts'

const vectors = path.join(import.meta.dirname, '../operations/golden/vectors')
let folder = ''
let lines: string[] = []
const say = (line: string) => void lines.push(line)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'conformance-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Puts a golden file into the folder, changed. */
function put(name: string, change: (file: GoldenFile) => void = () => {}): void {
  const file: GoldenFile = JSON.parse(readFileSync(path.join(vectors, name), 'utf8'))
  change(file)
  writeFileSync(path.join(folder, name), JSON.stringify(file))
}

describe('npm run conformance', () => {
  it('prints a row an operation and passes where everything agrees', async () => {
    put('embedding.json')
    put('lr_schedule.json')
    expect(await conformance(['--golden', folder], say)).toBe(0)
    expect(lines.find((line) => line.startsWith('embedding'))).toMatch(/^embedding +6 .* agrees$/)
    expect(lines.join('\n')).toMatch(/wasm runs/)
    expect(lines.join('\n')).toMatch(/tolerance: float64 1e-9/)
  })

  it('fails where a value disagrees', async () => {
    put('embedding.json', ({ cases: [golden] }) => {
      golden?.outputs.y?.data.splice(0, 1, 7)
    })
    expect(await conformance(['--golden', folder], say)).toBe(1)
    expect(lines.join('\n')).toMatch(/embedding-00 on wasm: y \[0\] is 0\.\d+, not 7/)
  })

  it('fails where an operation is unknown, a file can not be read or nothing is there', async () => {
    put('embedding.json', (file) => {
      file.op = 'einsum'
    })
    expect(await conformance(['--golden', folder], say)).toBe(1)
    expect(lines.join('\n')).toMatch(/einsum: an unknown operation/)
    writeFileSync(path.join(folder, 'embedding.json'), '{ "op": ')
    expect(await conformance(['--golden', folder], say)).toBe(1)
    put('embedding.json', ({ cases: [golden] }) => {
      golden?.inputs.E?.data.pop()
    })
    expect(await conformance(['--golden', folder], say)).toBe(1)
    expect(lines.join('\n')).toMatch(/the data does not fill the shape/)
    rmSync(path.join(folder, 'embedding.json'))
    expect(await conformance(['--golden', folder], say)).toBe(1)
    expect(await conformance(['--golden', path.join(folder, 'nowhere')], say)).toBe(1)
  })

  it('judges what people type, and fails where it is judged wrongly', async () => {
    const file = path.join(folder, 'numbers.json')
    writeFileSync(file, JSON.stringify([{ input: '0,5', expect: 0.5 }]))
    expect(await conformance(['--numbers', file], say)).toBe(0)
    writeFileSync(file, JSON.stringify([{ input: '0.5', expect: 7 }]))
    expect(await conformance(['--numbers', file], say)).toBe(1)
    expect(await conformance(['--numbers', path.join(folder, 'nowhere.json')], say)).toBe(1)
  })

  it('explains itself where it is called wrongly', async () => {
    expect(await conformance([], say)).toBe(2)
    expect(await conformance(['--gold', folder], say)).toBe(2)
    expect(lines.join('\n')).toMatch(/--golden DIR/)
  })
})
