// Demonstration people, a course and the exams of questions/exams. What is there already stays as it is.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ExamDefinition } from '../grader/question/exam.ts'
import { parseExam } from '../grader/question/parse-exam.ts'
import { accessOfFile } from '../lib/access/access-body.ts'
import { storeAccess } from '../lib/access/change-access.ts'
import { localIssuer } from '../lib/auth/accounts.ts'
import { hashPassword } from '../lib/auth/password.ts'
import { inTransaction, query } from '../lib/db/query.ts'
import { sendingQueue } from '../lib/db/queue.ts'
import { contentFolder } from '../lib/environment.ts'
import { examOfFile } from '../lib/exams/file/exam-of-file.ts'
import { enqueuePublishing } from '../lib/exams/publish-exam.ts'
import { storeExam } from '../lib/exams/store-exam.ts'

const password = 'referee-demo'
const people = [
  { name: 'Ada Lindqvist', account: 'ada', role: 'student' },
  { name: 'Ben Okafor', account: 'ben', role: 'student' },
  { name: 'Chen Wei', account: 'chen', role: 'student' },
  { name: 'Tara Novak', account: 'tara', role: 'ta' },
  { name: 'Ines Duarte', account: 'ines', role: 'instructor' },
  { name: 'Adam Hart', account: 'adam', role: null },
] as const

const address = (account: string) => `${account}@example.edu`
const slugOf = (title: string) => title.toLowerCase().replace(/[^a-z0-9]+/g, '-')

function readExams(): ExamDefinition[] {
  const folder = contentFolder('exams')
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  return names.sort().map((name) => {
    const parsed = parseExam(readFileSync(path.join(folder, name), 'utf8'), name.slice(0, -'.yaml'.length))
    if (parsed.ok) return parsed.exam
    const problems = parsed.problems.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`)
    throw new Error(problems.join('\n'))
  })
}

async function addPeople() {
  const known = await query<{ subject: string }>('SELECT subject FROM person WHERE issuer = $1', [localIssuer])
  const there = new Set(known.map(({ subject }) => subject))
  const missing = people.filter(({ account }) => !there.has(address(account)))
  await Promise.all(
    missing.map(async ({ name, account }) =>
      query(
        `INSERT INTO person (issuer, subject, name, email, password_hash, administrator, email_verified)
         VALUES ($1, $2, $3, $2, $4, $5, true)
         ON CONFLICT (issuer, subject) DO NOTHING`,
        [localIssuer, address(account), name, await hashPassword(password), account === 'adam'],
      ),
    ),
  )
}

async function addCourse(title: string): Promise<string> {
  await query('INSERT INTO course (slug, title) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING', [slugOf(title), title])
  const [course] = await query<{ id: string }>('SELECT id FROM course WHERE slug = $1', [slugOf(title)])
  if (!course) throw new Error(`The course ${title} was not stored.`)
  for (const { account, role } of people)
    if (role)
      await query(
        `INSERT INTO membership (course_id, person_id, role)
         SELECT $1, id, $4::role FROM person WHERE issuer = $2 AND subject = $3 ON CONFLICT DO NOTHING`,
        [course.id, localIssuer, address(account), role],
      )
  return course.id
}

/** Adds the exam where it is missing, and has it published where it is not (again where that failed before). */
async function addExam(exam: ExamDefinition, courseId: string) {
  const { slug, access } = exam
  await inTransaction(async (run) => {
    const examId = await storeExam(run, courseId, examOfFile(exam))
    if (examId && access) await storeAccess(run, examId, accessOfFile(access))
  })
  const [waiting] = await query<{ id: string }>(
    `SELECT id FROM exam WHERE course_id = $1 AND slug = $2 AND state IN ('draft', 'failed')`,
    [courseId, slug],
  )
  if (!waiting) return
  await sendingQueue()
  await inTransaction((run) => enqueuePublishing(run, waiting.id))
}

try {
  const exams = readExams()
  await addPeople()
  for (const exam of exams) await addExam(exam, await addCourse(exam.course))
  process.exit()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
