import pg from 'pg'
import { type MadeExam, madeExam, madeReviewer, madeSubmissions } from '../../lib/bench/review/made-exam.ts'

export interface MadeReviews {
  exam: MadeExam
  /** of the texts that wait */
  field: string
}

async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.REFEREE_DATABASE ?? '' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An exam of one question in a course of its own, handed in by so many; tara and ines teach it, and somebody called Uma. */
export function answersToReview(students: number): Promise<MadeReviews> {
  return connected(async (client) => {
    const run = async (text: string, values: unknown[]) => (await client.query<{ id: string }>(text, values)).rows
    const exam = await madeExam(run, 'Recurrent cells', 1)
    await client.query(
      `insert into membership (course_id, person_id, role)
       select $1, id, case when email like 'tara%' then 'ta' else 'instructor' end::role
         from person where email in ('tara@example.edu', 'ines@example.edu')`,
      [exam.courseId],
    )
    await madeReviewer(run, exam, 'Uma')
    await madeSubmissions(run, exam, 0, students)
    return { exam, field: `${exam.questions[0]?.slug}.why` }
  })
}

export interface Stored {
  submissionId: string
  points: number
  comment: string
  rubric: string[]
  seconds: number
  version: number
}

/** The decisions on a part. */
export function storedReviews(field: string): Promise<Stored[]> {
  return connected(async (client) => {
    const { rows } = await client.query<Stored>(
      `select submission_id as "submissionId", points, comment, rubric, seconds, version from review where field = $1`,
      [field],
    )
    return rows
  })
}

/** What somebody else decides in the meantime. */
export function decideAs(name: string, field: string, submissionId: string, points: number): Promise<void> {
  return connected(async (client) => {
    await client.query(
      `insert into review (submission_id, field, version, reviewer_id, points, rubric, comment, reason)
       select $2, $3, 1, m.person_id, $4, '[]', '', '' from membership m join person p on p.id = m.person_id
        where p.name = $1 order by p.created_at desc limit 1`,
      [name, submissionId, field, points],
    )
  })
}
