import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { withStack } from '../bench-stack.ts'
import { quantile } from '../statistics.ts'
import { type Figure, ms, printFigures } from '../table.ts'
import { processorTime } from './processor-time.ts'
import { type LoadStudent, seatStudents } from './students.ts'
import type { Reply } from './wire.ts'

/** How the exam goes, in seconds: all open it in one second, save at an even pace, hand in during the last one. */
const plan = { opening: 1, working: 30, pace: 10, handingIn: 1 }

const kinds = ['start', 'paper', 'state', 'save', 'submit'] as const
type Kind = (typeof kinds)[number]

class Tally {
  readonly times: Record<Kind, number[]> = { start: [], paper: [], state: [], save: [], submit: [] }
  readonly again: Record<Kind, number> = { start: 0, paper: 0, state: 0, save: 0, submit: 0 }
  failures = 0
  acknowledged = 0

  /** From the moment it was due, however busy the generator was, until it was answered; 503 and a lost line are tried again. */
  async ask(kind: Kind, due: number, send: () => Promise<Reply>): Promise<boolean> {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const reply = await send().catch(() => null)
      if (reply?.status === 200) {
        this.times[kind].push(performance.now() - due)
        return true
      }
      if (reply && reply.status !== 503) {
        this.failures += 1
        return false
      }
      this.again[kind] += 1
      await wait((Number(reply?.headers.get('retry-after') ?? 1) + Math.random()) * 1000)
    }
    this.failures += 1
    return false
  }
}

async function sit(student: LoadStudent, examId: string, tally: Tally, began: number, count: number): Promise<void> {
  const share = student.number / count
  const at = (seconds: number) => began + seconds * 1000
  const until = (due: number) => wait(Math.max(0, due - performance.now()))
  const opens = at(share * plan.opening)
  await until(opens)
  const started = await tally.ask('start', opens, () => student.begin(examId))
  if (!started) return
  await tally.ask('paper', performance.now(), () => student.get(`${student.attempt}/paper`))
  await tally.ask('state', performance.now(), () => student.get(student.attempt))
  for (let due = at(plan.opening + share * plan.pace); due < at(plan.opening + plan.working); due += plan.pace * 1000) {
    await until(due)
    const body = student.nextSave(1, student.revision % student.keys.length)
    const saved = await tally.ask('save', due, () => student.change('PUT', `${student.attempt}/responses`, body))
    if (saved) tally.acknowledged += body.saves.length
  }
  const ends = at(plan.opening + plan.working + share * plan.handingIn)
  await until(ends)
  await tally.ask('submit', ends, () =>
    student.change('POST', `${student.attempt}/submission`, { epoch: 1, revisions: {} }),
  )
}

async function found(client: pg.Client): Promise<{ events: number; late: number; submissions: number }> {
  const { rows } = await client.query<{ events: number; late: number; submissions: number }>(
    `select (select count(*)::int from save_event where not late) as events,
       (select count(*)::int from save_event where late) as late, (select count(*)::int from submission) as submissions`,
  )
  return rows[0]!
}

/** A class of `count` in one exam, by an open-loop generator: what is due is sent, whatever else is still unanswered. */
export async function herd(root: string, counts: readonly number[]): Promise<void> {
  for (const count of counts)
    await withStack(root, async (address, databaseUrl, { secret, ...processes }) => {
      const client = new pg.Client(databaseUrl)
      await client.connect()
      const { examId, students } = await seatStudents(client, Number(new URL(address).port), secret, count + 1)
      const model = students.pop()!
      await model.start(examId)
      await model.readPaper()
      for (const student of students) student.keys = model.keys.map((key) => ({ ...key }))
      const tally = new Tally()
      const own = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000
      const cpu = () => [
        own(),
        processorTime(processes.web),
        processorTime(processes.postgres),
        processorTime(processes.grader()),
      ]
      const before = cpu()
      const began = performance.now() + 500
      await Promise.all(students.map((student) => sit(student, examId, tally, began, count)))
      const used = cpu().map((milliseconds, place) => (milliseconds - before[place]!) / 1000)
      const stored = await found(client)
      await client.end()
      for (const student of [...students, model]) student.wire.close()
      const figures = kinds.map((kind): Figure => {
        const times = tally.times[kind]
        const at = (share: number) => (times.length > 0 ? ms(quantile(times, share)) : '–')
        const again = tally.again[kind] > 0 ? `   tried again ${tally.again[kind]}` : ''
        return { what: kind, value: `${times.length}   p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}${again}` }
      })
      printFigures(
        `A class of ${count}: opens in ${plan.opening} s, saves every ${plan.pace} s, hands in within ${plan.handingIn} s`,
        [
          ...figures,
          { what: 'failures', value: `${tally.failures}`, aim: '0' },
          { what: 'saves acknowledged, found', value: `${tally.acknowledged}, ${stored.events + stored.late}` },
          { what: 'submissions found', value: `${stored.submissions}` },
          {
            what: 'CPU s: generator, server, Postgres, grader',
            value: used.map((seconds) => seconds.toFixed(1)).join(', '),
          },
        ],
      )
    })
}
