import path from 'node:path'
import { ScriptFailure } from './run-script.ts'
import { sayStep, welcome } from './say.ts'
import { readSettings } from './settings.ts'
import { startStack, Undo } from './stack.ts'
import { reason, StartProblem } from './start-problem.ts'

const root = path.resolve(import.meta.dirname, '../..')
const stopping = new AbortController()
const undo = new Undo()
let ending: Promise<void> | undefined

/** Stops whatever runs, last started first, and ends. A second signal changes nothing: it takes seconds anyway. */
function end(code: number): Promise<void> {
  stopping.abort()
  ending ??= undo.all().then(() => process.exit(code))
  return ending
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
process.on('disconnect', () => void end(0)) // the npm process above was killed

async function start() {
  const settings = readSettings(process.env, root)
  console.log('Starting Referee')
  const stack = await startStack(
    {
      ...settings,
      root,
      signal: stopping.signal,
      step: sayStep,
      report: (line) => console.error(line),
      onDeath: (line) => {
        console.error(line)
        void end(1)
      },
    },
    undo,
  )
  console.log(welcome(settings.address, stack.health, process.uptime() * 1000))
}

start().catch(async (error: unknown) => {
  if (stopping.signal.aborted) return end(0)
  if (error instanceof StartProblem) console.error(error.message)
  else if (error instanceof ScriptFailure)
    console.error(`${error.output.trimEnd().split('\n').slice(-20).join('\n')}\n${error.message}`)
  else console.error(`Referee could not start: ${reason(error)}`)
  await end(1)
})
