import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, oncePerContent } from './stamp.ts'

let root: string
const write = (name: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  fs.writeFileSync(path.join(root, name), text)
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-stamp-'))
  write('app/page.tsx', 'page')
  write('app/page.test.tsx', 'test')
})
afterEach(() => fs.rmSync(root, { recursive: true, force: true }))

const content = () => contentOf(root, ['app', 'absent'], /\.test\.tsx?$/)

describe('the content stamp', () => {
  it('stays the same while nothing that is built changes', () => {
    const before = content()
    write('app/page.test.tsx', 'another test')
    fs.utimesSync(path.join(root, 'app/page.tsx'), 0, 0)
    expect(content()).toBe(before)
  })

  it.each([
    ['a byte', () => write('app/page.tsx', 'pagE')],
    ['a name', () => fs.renameSync(path.join(root, 'app/page.tsx'), path.join(root, 'app/pages.tsx'))],
    ['a new file', () => write('app/late.tsx', '')],
  ])('changes with %s', (_what, change) => {
    const before = content()
    change()
    expect(content()).not.toBe(before)
  })

  it('does the work once, and again after other content or a failure', async () => {
    const stamp = path.join(root, 'stamp')
    let done = 0
    const work = async () => void done++
    expect(await oncePerContent(stamp, 'a', work)).toBe(true)
    expect(await oncePerContent(stamp, 'a', work)).toBe(false)
    expect(await oncePerContent(stamp, 'b', work)).toBe(true)
    await expect(oncePerContent(stamp, 'c', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await oncePerContent(stamp, 'c', work)).toBe(true)
    expect(done).toBe(3)
  })
})
