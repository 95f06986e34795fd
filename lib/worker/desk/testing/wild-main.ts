import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import type { DeskJob, DeskReady, DeskReply } from '../messages.ts'
import { endWithParent } from '../serve-jobs.ts'

/** A desk that misbehaves as it is told. */
const say = (message: DeskReply | DeskReady) => process.send?.(message)
const kept: Uint8Array[] = []

const refused = (attempt: () => unknown) => {
  try {
    attempt()
    return 'allowed'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

const tasks: Record<string, (body: { [key: string]: unknown }) => unknown> = {
  echo: (body) => body,
  spin() {
    for (;;) Math.random()
  },
  // resident memory counts when it is written to; then there is all the time to look
  eat({ megabytes = 600, seconds = 30 }) {
    for (let k = 0; k < Number(megabytes) / 20; k++) kept.push(new Uint8Array(20 * 2 ** 20).fill(1))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(seconds) * 1000)
    return process.pid
  },
  throw() {
    throw new Error('an accident')
  },
  die: ({ dies = true }) => (dies ? process.exit(3) : 'alive'),
  pid: () => process.pid,
  reach: () => ({
    secrets: Object.keys(process.env).filter((name) => /DATABASE|SECRET|TOKEN|KEY|SMTP/.test(name)),
    write: refused(() => writeFileSync('/tmp/desk-was-here', '')),
    read: refused(() => readFileSync('/etc/hostname')),
    secrets_read: refused(() => readFileSync(new URL('../../../../.data/secrets.json', import.meta.url))),
    start: refused(() => execFileSync('true')),
    modest: os.getPriority() >= 10,
  }),
}

process.on('message', ({ id, work, body }: DeskJob) => {
  say({ id, progress: work })
  if (work === 'hang') return
  try {
    say({ id, value: tasks[work]?.(body as { [key: string]: unknown }) })
  } catch (error) {
    say({ id, failed: String(error) })
  }
})
process.on('disconnect', () => process.exit(0))
endWithParent()
say({ ready: true })
