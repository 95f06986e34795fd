import { afterAll, describe, expect, it } from 'vitest'
import { Darkroom } from '../darkroom/darkroom.ts'
import { honestFiles, hostileFiles } from '../testing/hostile-files.ts'
import { recognise } from './recognise.ts'

const room = new Darkroom()
afterAll(() => room.close())

/** What the server does with a file: looks at it, and only then has it decoded. */
async function judge(bytes: Buffer) {
  const recognised = recognise(bytes)
  return recognised.ok ? room.develop(recognised.mediaType, bytes) : recognised
}

const [hostile, honest] = await Promise.all([hostileFiles(), honestFiles()])

describe('hostile files', () => {
  it('are many', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40)
    expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length)
  })

  it.each(hostile)('$name is refused, in words: $code', async ({ bytes, code }) => {
    const judged = await judge(bytes)
    expect(judged.ok ? 'taken' : judged.code).toBe(code)
    if (!judged.ok) expect(judged.message).toMatch(/^[A-Z].{10,}[.”]$/)
  })
})

describe('honest files', () => {
  it.each(honest)('$name is taken and becomes nothing but a picture', async ({ bytes, secrets }) => {
    const judged = await judge(bytes)
    if (!judged.ok) throw new Error(judged.message)
    for (const { large, small } of judged.pictures)
      for (const picture of [large, small]) {
        expect(Buffer.from(picture).toString('hex', 0, 3)).toBe('ffd8ff')
        for (const secret of secrets) expect(Buffer.from(picture).includes(secret), secret).toBe(false)
      }
  })
})
