import pg from 'pg'

async function stored<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.REFEREE_DATABASE ?? '' })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

/** Lets somebody review in a course. */
export async function makeAssistant(courseId: string, email: string): Promise<void> {
  await stored(`insert into membership (course_id, person_id, role) select $1, id, 'ta' from person where email = $2`, [
    courseId,
    email,
  ])
}

/** An answer that is in no calibration set. */
export async function otherAnswer(examId: string, field: string): Promise<string> {
  const [row] = await stored<{ id: string }>(
    `select submission_id as id from review_entry e where exam_id = $1 and field = $2
       and not exists (select from calibration_answer c where c.submission_id = e.submission_id and c.field = e.field)
     order by shuffle limit 1`,
    [examId, field],
  )
  return row?.id ?? ''
}

/** Calls a student of an exam what a student should not be called. */
export async function renameOne(examId: string, name: string): Promise<void> {
  await stored(
    `update person set name = $2 where id = (select person_id from attempt where exam_id = $1 order by person_id limit 1)`,
    [examId, name],
  )
}
