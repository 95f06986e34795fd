import { describeChoice, startExecutors } from '../../grader/backends/ladder.ts'
import { guardedJudge } from '../../grader/marking/formula/guard/guarded-judge.ts'
import { closeOverdue } from '../attempts/close-overdue.ts'
import { closePools } from '../db/pool.ts'
import { workingQueue } from '../db/queue.ts'
import { environment } from '../environment.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { heartbeat } from './heartbeat.ts'
import { takeJobs } from './jobs.ts'
import { listenOnLoopback } from './loopback.ts'
import { takeMailJobs } from './mail-jobs.ts'
import { startRounds } from './rounds.ts'
import { warmUp } from './warm-up.ts'
import { yieldingExecutors } from './yielding.ts'

const heartbeatEvery = 3_000
const finaliseEvery = 2_000

/** The grading process: executors, then jobs, finaliser, heartbeat and loopback; drains at SIGTERM. */
async function main() {
  const { REFEREE_GRADER_PORT: port, REFEREE_GRADER_TOKEN: token } = environment()
  const [started, boss] = await Promise.all([startExecutors(), workingQueue()])
  const formulas = guardedJudge()
  const executors = yieldingExecutors({ ...started, formulas })
  for (const line of describeChoice(executors.choice)) console.log(line)

  const server = port && token ? await listenOnLoopback(port, token, executors) : null
  const pulse = heartbeat(executors.choice)
  await pulse.beat()
  const rounds = [
    startRounds('Heartbeat', heartbeatEvery, pulse.beat),
    startRounds('Finaliser', finaliseEvery, () => closeOverdue()),
  ]

  await takeJobs(boss, executors)
  const mail = openMailServer()
  await takeMailJobs(boss, mail)
  warmUp(executors).catch((error: unknown) => console.error('Warming up:', error))

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    server?.close()
    server?.closeAllConnections()
    await Promise.all(rounds.map((round) => round.stop()))
    await boss.stop({ graceful: true, timeout: 2_000 })
    mail?.close()
    await pulse.stop().catch(() => {})
    await formulas.stop()
    await closePools()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end())
  process.on('disconnect', () => void end())
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
