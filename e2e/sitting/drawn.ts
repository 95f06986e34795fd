import pg from 'pg'
import type { Params } from '../sheets/sheet.ts'

async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.REFEREE_DATABASE ?? '' })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The numbers that were drawn for an attempt, question by question in the exam's order. */
export async function drawnParams(attemptId: string): Promise<{ slug: string; params: Params }[]> {
  return query(
    `select variant.paper->>'slug' as slug, variant.params
       from attempt_question
       join variant on variant.id = attempt_question.variant_id
       join exam_question on exam_question.id = attempt_question.exam_question_id
      where attempt_question.attempt_id = $1
      order by exam_question.position`,
    [attemptId],
  )
}

/** What an attempt handed in, by its id. */
export async function submissionOf(attemptId: string): Promise<string> {
  const [row] = await query<{ id: string }>('select id from submission where attempt_id = $1', [attemptId])
  return row?.id ?? ''
}

/** What the grader stored for an attempt: `slug.field` → the gradings of its fields, newest run only. */
export async function storedGradings(
  attemptId: string,
): Promise<Map<string, { verdict: string; named?: { id: string } }>> {
  const rows = await query<{
    result: { slug: string; fields: { field: string; verdict: string; named?: { id: string } }[] }
  }>(
    `select grading.result from grading join submission on submission.id = grading.submission_id
      where submission.attempt_id = $1 order by grading.id`,
    [attemptId],
  )
  return new Map(rows.flatMap(({ result }) => result.fields.map((field) => [`${result.slug}.${field.field}`, field])))
}

/** Changes a row under the running product, as time or an administrator would. */
export async function changeRow(sql: string, values: unknown[]): Promise<void> {
  await query(sql, values)
}

/** One row of the running product's database. */
export async function readRow<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row> {
  const [row] = await query<Row>(sql, values)
  if (!row) throw new Error(`no row: ${sql}`)
  return row
}
