// A class that has handed in, so that reviewing can be tried: made-up students sit an exam, each mostly right.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { saveResponses } from '../lib/attempts/save-responses.ts'
import { startAttempt } from '../lib/attempts/start-attempt.ts'
import { submitAttempt } from '../lib/attempts/submit-attempt.ts'
import { localIssuer } from '../lib/auth/accounts.ts'
import type { Principal } from '../lib/auth/principal.ts'
import { Random } from '../lib/chaos/model/random.ts'
import { closePools } from '../lib/db/pool.ts'
import { query } from '../lib/db/query.ts'
import { sendingQueue } from '../lib/db/queue.ts'
import { runningDatabaseUrl } from '../lib/start/running-database.ts'
import { answersTo, type Task } from './class/answers.ts'

const first =
  'Amina Bruno Clara Deniz Elif Farid Greta Hugo Iris Jonas Kaya Luca Mina Noor Otto Pia Quinn Rosa Sami Tess'
const last = 'Adler Baran Costa Dubois Eriksen Fischer Ganz Haddad Ito Jensen Kovac Lund Moreau'
const nameOf = (k: number) => {
  const [given, family] = [first.split(' '), last.split(' ')]
  return `${given[k % given.length]} ${family[(k * 7) % family.length]}`
}

async function enrolled(k: number, examId: string): Promise<Principal> {
  const email = `class-${k + 1}@example.edu`
  await query(
    `INSERT INTO person (issuer, subject, name, email) VALUES ($1, $2, $3, $2) ON CONFLICT (issuer, subject) DO NOTHING`,
    [localIssuer, email, nameOf(k)],
  )
  const [person] = await query<{ id: string; name: string }>(
    'SELECT id, name FROM person WHERE issuer = $1 AND subject = $2',
    [localIssuer, email],
  )
  if (!person) throw new Error(`${email} was not stored.`)
  await query(
    `INSERT INTO membership (course_id, person_id, role) SELECT course_id, $2, 'student' FROM exam WHERE id = $1 ON CONFLICT DO NOTHING`,
    [examId, person.id],
  )
  return { personId: person.id, name: person.name, email }
}

async function sit(student: Principal, examId: string, seed: number) {
  const { attemptId } = await startAttempt(student, examId)
  const tasks = await query<Task & { slug: string }>(
    `SELECT q.slug, v.paper->'fields' AS fields, k.key, qv.definition->'answers' AS authored
     FROM attempt_question aq JOIN exam_question q ON q.id = aq.exam_question_id JOIN variant v ON v.id = aq.variant_id
     JOIN variant_key k ON k.variant_id = v.id JOIN question_version qv ON qv.id = v.question_version_id
     WHERE aq.attempt_id = $1 ORDER BY q.position`,
    [attemptId],
  )
  const draw = new Random(seed)
  const saves = tasks.flatMap((task) =>
    [...answersTo(task, draw)].map(([name, value]) => ({
      field: `${task.slug}.${name}`,
      revision: 1,
      opId: randomUUID(),
      value,
    })),
  )
  for (let from = 0; from < saves.length; from += 50)
    await saveResponses(student, attemptId, { epoch: 1, saves: saves.slice(from, from + 50) })
  await submitAttempt(student, attemptId, { epoch: 1, revisions: {} })
}

const { values } = parseArgs({ options: { students: { type: 'string', default: '30' }, exam: { type: 'string' } } })
process.env.DATABASE_URL = runningDatabaseUrl(process.env, path.resolve(import.meta.dirname, '..'))
const [exam] = await query<{ id: string; title: string }>(
  `SELECT id, title FROM exam WHERE state = 'published' AND ($1::text IS NULL OR title = $1) ORDER BY published_at LIMIT 1`,
  [values.exam ?? null],
)
if (!exam) throw new Error('There is no such published exam.')
for (let k = 0; k < Number(values.students); k++) await sit(await enrolled(k, exam.id), exam.id, k + 1)
console.log(`${values.students} made-up students have handed in “${exam.title}”.`)
await (await sendingQueue()).stop({ graceful: false })
await closePools()
