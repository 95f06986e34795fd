import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../lib/start/free-port.ts'
import { expect, test } from './setup/test.ts'
import { npmStart, type Run } from './setup/two-commands.ts'

test.describe.configure({ timeout: 180_000 })

let data: string
let port: number
let running: Run | undefined

test.beforeEach(async () => {
  data = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-start-'))
  fs.chmodSync(data, 0o755)
  port = await freePort()
})
test.afterEach(async () => {
  if (running?.child.exitCode === null) {
    running.child.kill('SIGTERM')
    await running.ended
  }
  running = undefined
  fs.rmSync(data, { recursive: true, force: true })
})

const start = (env: Record<string, string> = {}) => {
  running = npmStart({ PORT: String(port), REFEREE_DATA: data, ...env })
  return running
}

/** Process ids of whatever still names the data folder or the port in its command line. */
function leftovers(): string[] {
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const command = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return command.includes(data) || command.includes(`--port\0${port}`)
      } catch {
        return false
      }
    })
}

test('one command starts everything; a signal stops everything; the second takes seconds', async ({ request }) => {
  const first = start()
  await first.says('Ctrl-C stops everything')
  for (const account of ['ada', 'ben', 'chen', 'tara', 'ines', 'adam'])
    expect(first.said()).toContain(`${account}@example.edu`)
  expect(first.said()).toMatch(/grades on\s+(webgpu|wasm|cpu)/)
  expect(first.said()).toContain(`http://localhost:${port}`)
  expect((await request.get(`http://localhost:${port}/api/health`)).status()).toBe(200)

  first.child.kill('SIGINT')
  const asked = Date.now()
  expect(await first.ended).toBe(0)
  expect(Date.now() - asked).toBeLessThan(8000)
  expect(leftovers()).toEqual([])

  const began = Date.now()
  const second = start()
  await second.says('Ctrl-C stops everything')
  expect(Date.now() - began).toBeLessThan(60_000) // 3–5 s on an idle machine, a busy one may take its time
  expect(second.said()).toMatch(/Pages built\s+unchanged/)

  // Killed without warning, it takes everything along all the same.
  process.kill(Number(fs.readFileSync(path.join(data, 'supervisor.pid'), 'utf8')), 'SIGKILL')
  await expect.poll(leftovers, { timeout: 15_000 }).toEqual([])
})

test('a busy port is one line and an exit code', async () => {
  const server = net.createServer().listen(port, '127.0.0.1')
  const run = start()
  expect(await run.ended).toBe(1)
  expect(run.said().trim()).toBe(
    `Port ${port} is busy: stop what listens there, or choose another: PORT=${port + 1} npm start`,
  )
  server.close()
})

test('a database that cannot be used is one line and an exit code', async () => {
  const nobody = await freePort()
  const run = start({ DATABASE_URL: `postgresql://me:secret@127.0.0.1:${nobody}/referee` })
  expect(await run.ended).toBe(1)
  const line = `The database of DATABASE_URL (127.0.0.1:${nobody}/referee) cannot be used: connect ECONNREFUSED 127.0.0.1:${nobody}`
  expect(run.said()).toContain(line)
  expect(run.said()).not.toMatch(/\n\s+at |secret/)
})

test('a database address that is none is one line and an exit code', async () => {
  const run = start({ DATABASE_URL: 'mysql://localhost/referee' })
  expect(await run.ended).toBe(1)
  expect(run.said().trim()).toMatch(/^DATABASE_URL is not a Postgres address: .+$/)
})

test('with DATABASE_URL that Postgres is used, and no other is started', async () => {
  const given = new URL(process.env.REFEREE_DATABASE!)
  const run = start({ DATABASE_URL: given.href })
  await run.says('Ctrl-C stops everything')
  expect(fs.existsSync(path.join(data, 'postgres'))).toBe(false)
  run.child.kill('SIGTERM')
  expect(await run.ended).toBe(0)
})

test('a folder without permission is one line and an exit code', async () => {
  const blocked = path.join(data, 'file')
  fs.writeFileSync(blocked, '')
  const run = start({ REFEREE_DATA: path.join(blocked, 'below') })
  expect(await run.ended).toBe(1)
  expect(run.said()).toMatch(/Cannot keep data in .+below: .+/)
  expect(run.said()).not.toMatch(/\n\s+at /)
})
