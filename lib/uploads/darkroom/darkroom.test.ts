import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { photograph } from '../testing/photograph.ts'
import { Darkroom, type DarkroomLimits } from './darkroom.ts'

let photo: Buffer
let room: Darkroom

beforeAll(async () => {
  photo = await photograph()
})
afterEach(() => room.close())

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'darkroom-'))

/** A room whose process does something else with what it is given. */
function roomOf(script: string, limits: Partial<DarkroomLimits> = {}): Darkroom {
  const file = path.join(folder, `${script.length}.mjs`)
  fs.writeFileSync(file, `process.on('message', ({ id, bytes }) => { ${script} })`)
  room = new Darkroom(limits, file)
  return room
}

it('decodes one file after the other, each for whoever gave it', async () => {
  room = new Darkroom()
  const wide = await photograph('wide', { width: 1600, height: 400 })
  const made = await Promise.all([photo, wide, Buffer.from('no picture')].map((one) => room.develop('image/jpeg', one)))
  expect(made.map((one) => (one.ok ? one.pictures[0]?.height : one.code))).toEqual([1200, 1600, 'damaged'])
})

it('ends a process that takes too long, refuses that file, and goes on', async () => {
  const slow = roomOf(`if (bytes.length > 1) for (;;); else process.send({ id, done: { ok: true, pictures: [] } })`, {
    // a process has to start in it as well
    milliseconds: 2_500,
  })
  const made = await Promise.all([Buffer.from('slow'), Buffer.from('x')].map((one) => slow.develop('image/png', one)))
  expect(made).toMatchObject([{ ok: false, code: 'damaged' }, { ok: true }])
})

it('ends a process that takes too much memory', async () => {
  const greedy = roomOf(`globalThis.kept = Buffer.alloc(400_000_000, 1)`, { memory: 300_000_000, milliseconds: 20_000 })
  const before = performance.now()
  expect(await greedy.develop('image/png', photo)).toMatchObject({ ok: false, code: 'damaged' })
  expect(performance.now() - before).toBeLessThan(15_000)
})

it('survives a process that crashes', async () => {
  const broken = roomOf(`process.kill(process.pid, 'SIGSEGV')`)
  expect(await broken.develop('image/png', photo)).toMatchObject({ ok: false })
  expect(await broken.develop('image/png', photo)).toMatchObject({ ok: false })
})

it('gives its process nothing of the server’s own', async () => {
  process.env.SECRET_OF_THE_SERVER = 'x'
  const telling = roomOf(`process.send({ id, done: { ok: true, pictures: Object.keys(process.env) } })`)
  const told = JSON.stringify(await telling.develop('image/png', photo))
  expect(told).not.toMatch(/SECRET|DATABASE|NEXTAUTH|REFEREE/)
  expect(told).toContain('VIPS_BLOCK_UNTRUSTED')
})

it('lets only so many wait', async () => {
  const standing = roomOf(`void 0`, { waiting: 1, milliseconds: 300 })
  const [first, second] = [standing.develop('image/png', photo), standing.develop('image/png', photo)]
  await expect(standing.develop('image/png', photo)).rejects.toMatchObject({ status: 503 })
  await Promise.all([first, second])
})
