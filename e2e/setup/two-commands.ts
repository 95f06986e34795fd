import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export interface Run {
  child: ChildProcess
  said(): string
  /** Waits until it has said something. */
  says(text: string | RegExp): Promise<void>
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>
}

/** `npm start` as a person runs it, with a data folder and a port of its own. */
export function npmStart(env: Record<string, string>): Run {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NEXTAUTH|OIDC|DATABASE)_/.test(name)),
  )
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...clean, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const heard: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
      for (const listener of heard) listener()
    })
  }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    said: () => said,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => (typeof text === 'string' ? said.includes(text) : text.test(said)) && resolve()
        heard.push(look)
        look()
        void ended.then((code) => reject(new Error(`ended with ${code} instead of saying ${text}:\n${said}`)))
      }),
  }
}
