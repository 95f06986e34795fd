import { randomUUID } from 'node:crypto'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { makeExam, makeScenario } from '../../db/testing/scenario.ts'
import { daySeconds } from './play.ts'
import { fields, type Schedule } from './schedule.ts'

/** Where a schedule is played: a student of a course with an exam. */
export interface Seat {
  student: Principal
  instructor: Principal
  examId: string
  /** null where the schedule itself starts */
  attemptId: string | null
  /** keys of answers, the last one a flag */
  keys: string[]
  /** of the schedule's edits, by their place */
  opIds: string[]
}

export interface Room {
  examIds: string[]
  /** one for each schedule; those that do not start themselves are started */
  seats(schedules: readonly Schedule[]): Promise<Seat[]>
}

interface Hall {
  examId: string
  keys: string[]
}

async function makeHall(courseId: string, syncGraceSeconds: number, forward: boolean): Promise<Hall> {
  const examId = await makeExam(courseId)
  await query('UPDATE exam SET sync_grace_seconds = $2, navigation = $3, attempts_allowed = 2 WHERE id = $1', [
    examId,
    syncGraceSeconds,
    forward ? 'forward' : 'free',
  ])
  const rows = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1 ORDER BY position', [
    examId,
  ])
  const keys = rows.flatMap(({ slug }) => [`${slug}.y`, `${slug}.why`]).slice(0, fields - 1)
  return { examId, keys: [...keys, `${rows[0]?.slug}#flag`] }
}

/** A whole batch of students at once: people, their places in the course, and attempts as starting makes them. */
const seating = `WITH wanted AS (
    SELECT gen_random_uuid() AS id, gen_random_uuid() AS attempt_id, exam_id, started, place
    FROM ROWS FROM (unnest($2::uuid[]), unnest($3::boolean[])) WITH ORDINALITY AS w(exam_id, started, place)),
  made AS (INSERT INTO person (id, issuer, subject, name, email) SELECT id, 'model', id::text, 'Model', id::text FROM wanted),
  enrolled AS (INSERT INTO membership (course_id, person_id, role) SELECT $1, id, 'student' FROM wanted),
  begun AS (INSERT INTO attempt (id, exam_id, person_id, reached)
    SELECT w.attempt_id, w.exam_id, w.id, CASE WHEN e.navigation = 'forward' THEN 1 END
    FROM wanted w JOIN exam e ON e.id = w.exam_id WHERE w.started),
  asked AS (
    INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
    SELECT w.attempt_id, q.id, (SELECT p.variant_id FROM pool_variant p WHERE p.exam_question_id = q.id ORDER BY p.variant_id LIMIT 1)
    FROM wanted w JOIN exam_question q ON q.exam_id = w.exam_id WHERE w.started)
  SELECT id AS "personId", CASE WHEN started THEN attempt_id END AS "attemptId" FROM wanted ORDER BY place`

/**
 * A course with exams of an hour that may be sat twice: what comes late counts by itself for a day, or not at all; questions
 * stand side by side, or are sat one at a time.
 */
export async function makeRoom(): Promise<Room> {
  const { courseId, ines } = await makeScenario()
  const made = new Map<string, Hall>()
  const nameOf = (syncGrace: boolean, forward: boolean) => `${syncGrace} ${forward}`
  for (const syncGrace of [false, true])
    for (const forward of [false, true])
      made.set(nameOf(syncGrace, forward), await makeHall(courseId, syncGrace ? daySeconds : 0, forward))
  return {
    examIds: [...made.values()].map(({ examId }) => examId),
    async seats(schedules) {
      const halls = schedules.map(({ syncGrace, forward }) => made.get(nameOf(syncGrace, forward))!)
      const people = await query<{ personId: string; attemptId: string | null }>(seating, [
        courseId,
        halls.map(({ examId }) => examId),
        schedules.map(({ waves }) => waves[0]?.length === 0),
      ])
      return people.map(({ personId, attemptId }, place) => ({
        student: { personId, name: 'Model', email: personId },
        instructor: ines,
        attemptId,
        ...halls[place]!,
        opIds: Array.from({ length: 12 }, () => randomUUID()),
      }))
    },
  }
}
