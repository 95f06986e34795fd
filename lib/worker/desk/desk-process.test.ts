import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeskEnded, DeskProcess } from './desk-process.ts'
import { processUsage } from './process-usage.ts'

vi.mock('node:child_process', () => ({ fork: vi.fn() }))
vi.mock('./process-usage.ts', () => ({ processUsage: vi.fn() }))

/** What a fork gives, without a process. */
class Child extends EventEmitter {
  sent: { id: number; work: string }[] = []
  killed = 0
  sendFails = false
  send(job: { id: number; work: string }, done: (error: Error | null) => void) {
    this.sent.push(job)
    done(this.sendFails ? new Error('closed') : null)
  }
  kill() {
    this.killed += 1
    this.emit('exit', null, 'SIGKILL')
  }
}

const limits = { processor: 700, clock: 20_000, memory: 400 }
const usage = vi.mocked(processUsage)
let child: Child

beforeEach(() => {
  vi.useFakeTimers()
  child = new Child()
  vi.mocked(fork)
    .mockReset()
    .mockReturnValue(child as never)
  usage.mockReset().mockReturnValue({ processor: 5_000, memory: 10 })
})
afterEach(() => {
  vi.useRealTimers()
})

const start = () => new DeskProcess(new URL('file:///desk.ts'), 'quick', limits)
/** A job that has begun, and how it ends. */
async function running() {
  const desk = start()
  child.emit('message', { ready: true })
  const ended = desk.run('check', {}, limits).then(
    (value) => value,
    (error: Error) => error,
  )
  await vi.advanceTimersByTimeAsync(0)
  return { desk, ended }
}

it('is told nothing but where its programs are, and may read no more than its own', () => {
  vi.stubEnv('REFEREE_BACKEND', 'webgpu')
  start()
  const { env, execArgv = [] } = vi.mocked(fork).mock.calls[0]?.[2] ?? {}
  expect(env).toEqual({ PATH: process.env.PATH, NODE_ENV: 'production', REFEREE_BACKEND: 'wasm' })
  expect(execArgv).toContain('--permission')
  expect(execArgv).toContain('--max-old-space-size=280')
  expect(execArgv.filter((one) => one.startsWith('--allow')).map((one) => one.replace(/=.*\//, '=…/'))).toEqual([
    ...['grader', 'lib', 'node_modules', 'package.json'].map((name) => `--allow-fs-read=…/${name}`),
    '--allow-worker',
  ])
})

it('what it has used before counts against nobody; what is its own does', async () => {
  const { ended } = await running()
  usage.mockReturnValue({ processor: 5_700, memory: 400 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(child.killed).toBe(0)
  usage.mockReturnValue({ processor: 5_701, memory: 10 })
  await vi.advanceTimersByTimeAsync(100)
  expect(await ended).toMatchObject({ code: 'too-long', message: 'This took more than 1 seconds and was stopped.' })
  expect(vi.getTimerCount()).toBe(0)
})

it('is stopped by the clock where the system tells nothing, and by its memory where it does', async () => {
  const silent = await running()
  usage.mockReturnValue(null)
  await vi.advanceTimersByTimeAsync(20_100)
  expect(await silent.ended).toMatchObject({ code: 'too-long', message: /took more/ })
  child = new Child()
  vi.mocked(fork).mockReturnValue(child as never)
  usage.mockReturnValue({ processor: 0, memory: 401 })
  const large = await running()
  await vi.advanceTimersByTimeAsync(100)
  expect(await large.ended).toMatchObject({ code: 'too-long', message: /needed more than 400 MB/ })
})

it('hears the answer to what it was asked, and to nothing else', async () => {
  const { ended } = await running()
  child.emit('message', { id: 7, value: 'of another' })
  child.emit('message', { id: 1, value: 'mine' })
  expect(await ended).toBe('mine')
  expect(vi.getTimerCount()).toBe(0)
})

it.each<[string, number | null, string | null, object]>([
  ['its heap was full', 134, null, { code: 'too-long', message: /needed more/ }],
  ['it was told to abort', null, 'SIGABRT', { code: 'too-long', message: /needed more/ }],
  ['it ended by itself', 3, null, { message: 'A desk ended in the middle of its work: 3.' }],
])('says why there is no answer: %s', async (_what, code, signal, error) => {
  const { desk, ended } = await running()
  child.emit('exit', code, signal)
  expect(await ended).toMatchObject(error)
  expect(desk.alive).toBe(false)
})

it('that cannot be told its job, or is gone before, has ended', async () => {
  child.sendFails = true
  const { desk, ended } = await running()
  expect(await ended).toBeInstanceOf(DeskEnded)
  await expect(desk.run('check', {}, limits)).rejects.toBeInstanceOf(DeskEnded)
  expect(child.sent).toHaveLength(1)
})

it('that does not start in a minute is given up', async () => {
  const desk = start()
  const refused = expect(desk.run('check', {}, limits)).rejects.toMatchObject({ status: 503 })
  await vi.advanceTimersByTimeAsync(60_000)
  await refused
  expect(child.killed).toBe(1)
})
