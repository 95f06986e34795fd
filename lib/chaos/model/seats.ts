import { randomUUID } from 'node:crypto'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { makeExam, makeScenario } from '../../db/testing/scenario.ts'
import { fields } from './schedule.ts'

/** Where a schedule is played: a student of a course with an exam. */
export interface Seat {
  student: Principal
  instructor: Principal
  examId: string
  /** keys of answers, the last one a flag */
  keys: string[]
  /** of the schedule's edits, by their place */
  opIds: string[]
}

export interface Room {
  seats(count: number): Promise<Seat[]>
}

/** A course with one exam of an hour; students are enrolled as many at a time as are asked for. */
export async function makeRoom(): Promise<Room> {
  const { courseId, ines } = await makeScenario()
  const examId = await makeExam(courseId)
  await query('UPDATE exam SET sync_grace_seconds = 0 WHERE id = $1', [examId])
  const rows = await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1 ORDER BY position', [
    examId,
  ])
  const keys = rows.flatMap(({ slug }) => [`${slug}.y`, `${slug}.why`]).slice(0, fields - 1)
  keys.push(`${rows[0]?.slug}#flag`)
  return {
    async seats(count) {
      const people = await query<{ personId: string; email: string }>(
        `WITH made AS (
           INSERT INTO person (issuer, subject, name, email)
           SELECT 'model', s, 'Model', s FROM (SELECT gen_random_uuid()::text AS s FROM generate_series(1, $1)) t
           RETURNING id, email),
         enrolled AS (INSERT INTO membership (course_id, person_id, role) SELECT $2, id, 'student' FROM made)
         SELECT id AS "personId", email FROM made`,
        [count, courseId],
      )
      return people.map(({ personId, email }) => ({
        student: { personId, name: 'Model', email },
        instructor: ines,
        examId,
        keys,
        opIds: Array.from({ length: 12 }, () => randomUUID()),
      }))
    },
  }
}
