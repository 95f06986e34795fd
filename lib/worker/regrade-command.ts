import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { guardedJudge } from '../../grader/marking/formula/guard/guarded-judge.ts'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { askRegrade } from '../regrade/ask-regrade.ts'
import { approveRegrade, discardRegrade, resumeRegrade } from '../regrade/decide-regrade.ts'
import { reportLines } from '../regrade/print-report.ts'
import { regradeDetail } from '../regrade/regrade-detail.ts'
import { type RegradeProgress, regradeProgress } from '../regrade/regrade-progress.ts'
import { runningDatabaseUrl } from '../start/running-database.ts'
import { listQuestions } from './bank.ts'
import { takeOverRegrade } from './regrade-approve.ts'
import { runRegrade } from './regrade-run.ts'

const usage = `npm run regrade -- --exam <title or id> [--question <slug>]...   regrade, show progress and who gains
npm run regrade -- --exam <title or id> --status                   what became of the last one
npm run regrade -- --approve <id> | --discard <id> | --resume <id>
  [--as <e-mail>]  who asks or decides; the only administrator where nothing is said
  Without --question: every question of which the bank has another version than students are graded by.
  Uses DATABASE_URL, or the database of the Referee that runs from this folder. Exits with 0 where it went well, with 1
  where it was refused or broke off, with 2 where it was not understood.`

export class UsageError extends Error {}

const every = 500

async function whoIs(email: string | undefined): Promise<Principal> {
  const found = await query<Principal>(
    `SELECT id AS "personId", name, email FROM person WHERE CASE WHEN $1::text IS NULL THEN administrator ELSE email = $1 END`,
    [email ?? null],
  )
  const [person] = found
  if (person && found.length === 1) return person
  throw new UsageError(
    email ? `There is nobody, or more than one, with the address ${email}.` : 'Say who asks: --as <e-mail>.',
  )
}

async function examNamed(name: string): Promise<string> {
  const found = await query<{ id: string }>('SELECT id FROM exam WHERE id::text = $1 OR title = $1 OR slug = $1', [
    name,
  ])
  if (found[0] && found.length === 1) return found[0].id
  throw new UsageError(
    found.length === 0 ? `There is no exam ${name}.` : `There are several exams ${name}: name one by its id.`,
  )
}

/** The questions of an exam of which the bank has another version now, published or a file. */
async function correctedQuestions(examId: string): Promise<string[]> {
  const questions = await query<{ slug: string; version: string }>(
    `SELECT q.slug, v.version FROM exam_question q JOIN question_version v ON v.id = q.question_version_id WHERE q.exam_id = $1`,
    [examId],
  )
  const now = new Map((await listQuestions(questions.map(({ slug }) => slug))).map((entry) => [entry.slug, entry]))
  const other = ({ slug, version }: (typeof questions)[number]) => now.has(slug) && now.get(slug)?.version !== version
  return questions.filter(other).map(({ slug }) => slug)
}

/** Whether a grading process is there to do the work; otherwise it is done here. */
async function workerLives(): Promise<boolean> {
  const [row] = await query(`SELECT id FROM worker WHERE last_seen > clock_timestamp() - interval '10 seconds' LIMIT 1`)
  return row !== undefined
}

async function workHere(regradeId: string): Promise<void> {
  const formulas = guardedJudge()
  try {
    await runRegrade(regradeId, { ...(await startExecutors()), formulas })
    await takeOverRegrade(regradeId)
  } finally {
    await formulas.stop()
  }
}

/** Says how far it is until it has ended, and does it where nobody else would. */
async function follow(person: Principal, regradeId: string, say: (line: string) => void): Promise<RegradeProgress> {
  const work = (await workerLives()) ? Promise.resolve() : workHere(regradeId)
  let failure: unknown
  work.catch((error: unknown) => {
    failure = error
  })
  for (let said = ''; ; await wait(every)) {
    const progress = await regradeProgress(person, regradeId)
    const line = `${progress.state}: ${progress.done} of ${progress.submissions} submissions`
    if (line !== said) say(line)
    said = line
    if (failure) throw failure
    if (progress.state !== 'running' && progress.state !== 'approving') {
      await work
      return progress
    }
  }
}

async function finish(person: Principal, regradeId: string, say: (line: string) => void): Promise<number> {
  const { state, problem } = await follow(person, regradeId, say)
  for (const line of reportLines(await regradeDetail(person, regradeId))) say(line)
  if (problem) say(problem)
  if (state === 'ready') say(`Nothing of it counts yet. To make it count: npm run regrade -- --approve ${regradeId}`)
  return state === 'failed' || problem !== null ? 1 : 0
}

/** Does what the arguments say; gives the exit code. */
export async function regradeCommand(args: string[], say: (line: string) => void): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      exam: text,
      question: { type: 'string', multiple: true },
      approve: text,
      discard: text,
      resume: text,
      as: text,
      status: { type: 'boolean' },
    },
  })
  const { approve, discard, resume, exam } = values
  if ([approve, discard, resume, exam].filter(Boolean).length !== 1) throw new UsageError(usage)
  const person = await whoIs(values.as)
  if (discard) {
    say((await discardRegrade(person, discard)).state)
    return 0
  }
  const decided = approve ?? resume
  if (decided) {
    await (approve ? approveRegrade : resumeRegrade)(person, decided)
    return finish(person, decided, say)
  }
  const examId = await examNamed(exam ?? '')
  if (values.status) {
    const [last] = await query<{ id: string }>(
      'SELECT id FROM regrade WHERE exam_id = $1 ORDER BY asked_at DESC LIMIT 1',
      [examId],
    )
    if (!last) throw new UsageError('This exam has never been regraded.')
    const { id, state, done, submissions } = await regradeProgress(person, last.id)
    say(`${id} ${state}: ${done} of ${submissions} submissions`)
    for (const line of reportLines(await regradeDetail(person, id))) say(line)
    return 0
  }
  const questions = values.question ?? (await correctedQuestions(examId))
  if (questions.length === 0) {
    say(
      'No question of the bank differs from the version that students are graded by. Name one to grade it again: --question',
    )
    return 0
  }
  const { regradeId } = await askRegrade(person, examId, { questions })
  say(`Regrade ${regradeId} of ${questions.join(', ')}`)
  return finish(person, regradeId, say)
}

if (import.meta.main) {
  try {
    process.env.DATABASE_URL = runningDatabaseUrl(process.env, path.resolve(import.meta.dirname, '../..'))
    process.exitCode = await regradeCommand(process.argv.slice(2), (line) => console.log(line))
    await (await sendingQueue()).stop({ graceful: false })
    await closePools()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = error instanceof UsageError || (error instanceof TypeError && 'code' in error) ? 2 : 1
  }
  process.exit()
}
