import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { serveJobs } from '../serve-jobs.ts'

/** A desk that misbehaves as it is told. */
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
  hang: () => new Promise(() => {}),
  throw() {
    throw new Error('an accident')
  },
  allocate: () => new Float64Array(2 ** 50),
  recurse: (body) => [tasks.recurse?.(body)],
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

serveJobs(async (work, body, progress) => {
  progress(work)
  return tasks[work]?.(body as { [key: string]: unknown })
})
