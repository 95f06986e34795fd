import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startChild } from './child.ts'
import { type KeepAliveOptions, keepAlive } from './keep-alive.ts'
import { commandOf } from './postgres/leftover.ts'

let folder: string
const kept: { stop(): Promise<void> }[] = []

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-child-'))
})
afterEach(async () => {
  for (const child of kept.splice(0)) await child.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

const logged = () => fs.readFileSync(path.join(folder, 'log'), 'utf8')

function keep(program: string, report: KeepAliveOptions['report'] = () => {}) {
  const file = path.join(folder, 'program.mjs')
  fs.writeFileSync(file, program)
  const child = keepAlive({
    root: folder,
    args: [file],
    env: {},
    log: path.join(folder, 'log'),
    name: 'It',
    report,
    firstDelay: 20,
  })
  kept.push(child)
  return child
}

const WAITING = "console.log('up'); setInterval(() => {}, 1000)"

describe('a child that is kept alive', () => {
  it('starts again after a crash, ever more patiently', async () => {
    const lines: string[] = []
    keep('process.exit(7)', (line) => lines.push(line))
    await vi.waitFor(() => expect(lines.length).toBeGreaterThanOrEqual(3), { timeout: 10_000 })
    expect(lines.slice(0, 3).map((line) => line.split(';')[0])).toEqual([
      'It ended (7) and starts again in 0.02 s',
      'It ended (7) and starts again in 0.04 s',
      'It ended (7) and starts again in 0.08 s',
    ])
  })

  it('starts again when it is killed', async () => {
    const child = keep(WAITING)
    await vi.waitFor(() => expect(logged()).toBe('up\n'), { timeout: 10_000 })
    const first = child.pid!
    process.kill(first, 'SIGKILL')
    await vi.waitFor(() => expect(logged()).toBe('up\nup\n'), { timeout: 10_000 })
    expect(child.pid).not.toBe(first)
  })

  it('stays down once it is stopped', async () => {
    const child = keep(WAITING)
    await vi.waitFor(() => expect(logged()).toBe('up\n'), { timeout: 10_000 })
    await child.stop()
    expect(commandOf(child.pid!)).toBe('')
  })

  it('is made to end when it does not want to', async () => {
    const file = path.join(folder, 'stubborn.mjs')
    fs.writeFileSync(file, `process.on('SIGTERM', () => {}); ${WAITING}`)
    const child = startChild({ root: folder, args: [file], env: {}, log: path.join(folder, 'log'), onExit: () => {} })
    await vi.waitFor(() => expect(logged()).toBe('up\n'), { timeout: 10_000 })
    await child.stop(100)
    expect(commandOf(child.pid!)).toBe('')
  })
})
