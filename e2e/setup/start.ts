import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePort } from '../../lib/start/free-port.ts'
import { startStack, Undo } from '../../lib/start/stack.ts'
import { startUniversity } from './university.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** Brings up what `npm start` brings up, once for all browser tests: own database, own ports, a university to sign in with. */
export default async function start(): Promise<() => Promise<void>> {
  const undo = new Undo()
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'referee-e2e-'))
  fs.chmodSync(dataFolder, 0o755) // as root Postgres runs as somebody else, who must get in
  undo.add(() => fs.rmSync(dataFolder, { recursive: true, force: true }))
  // a copy, so that a test may correct a question
  const questions = path.join(dataFolder, 'questions')
  fs.cpSync(path.join(root, 'questions'), questions, { recursive: true })
  const port = await freePort()
  const address = `http://localhost:${port}`
  try {
    const university = await startUniversity(`${address}/api/auth/callback/oidc`)
    undo.add(() => university.stop())
    const stack = await startStack(
      {
        root,
        port,
        address,
        dataFolder,
        host: 'localhost',
        databaseUrl: null,
        durable: false,
        signal: AbortSignal.timeout(600_000),
        env: { ...university.env, NEXTAUTH_SECRET: 'only-for-tests', REFEREE_QUESTIONS: questions },
        step: () => () => {},
        report: (line) => console.error(line),
        onDeath: (line) => console.error(line),
      },
      undo,
    )
    if (stack.unready.length > 0) throw new Error(stack.unready.join('\n'))
    process.env.REFEREE_ADDRESS = address
    process.env.REFEREE_DATABASE = stack.databaseUrl
    process.env.REFEREE_BANK = path.join(questions, 'bank')
  } catch (error) {
    showLogs(path.join(dataFolder, 'log'))
    await undo.all()
    throw error
  }
  return () => undo.all()
}

function showLogs(folder: string) {
  if (!fs.existsSync(folder)) return
  for (const name of fs.readdirSync(folder)) {
    const said = fs.readFileSync(path.join(folder, name), 'utf8').trimEnd()
    if (said) console.error(`── ${name}\n${said.split('\n').slice(-20).join('\n')}`)
  }
}
