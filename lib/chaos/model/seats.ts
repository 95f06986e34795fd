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

async function makeHall(courseId: string, syncGraceSeconds: number): Promise<Hall> {
  const examId = await makeExam(courseId)
  await query('UPDATE exam SET sync_grace_seconds = $2 WHERE id = $1', [examId, syncGraceSeconds])
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
  begun AS (INSERT INTO attempt (id, exam_id, person_id) SELECT attempt_id, exam_id, id FROM wanted WHERE started),
  asked AS (
    INSERT INTO attempt_question (attempt_id, exam_question_id, variant_id)
    SELECT w.attempt_id, q.id, (SELECT p.variant_id FROM pool_variant p WHERE p.exam_question_id = q.id ORDER BY p.variant_id LIMIT 1)
    FROM wanted w JOIN exam_question q ON q.exam_id = w.exam_id WHERE w.started)
  SELECT id AS "personId", CASE WHEN started THEN attempt_id END AS "attemptId" FROM wanted ORDER BY place`

/** A course with two exams of an hour: in the one nothing that comes late counts by itself, in the other a day long. */
export async function makeRoom(): Promise<Room> {
  const { courseId, ines } = await makeScenario()
  const strict = await makeHall(courseId, 0)
  const lenient = await makeHall(courseId, daySeconds)
  return {
    examIds: [strict.examId, lenient.examId],
    async seats(schedules) {
      const halls = schedules.map(({ syncGrace }) => (syncGrace ? lenient : strict))
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
