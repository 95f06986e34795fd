import pg from 'pg'
import { type MadeExam, madeExam, madeReviewer, madeSubmissions } from '../../lib/bench/review/made-exam.ts'
import { madeAnswers } from '../../lib/bench/review/made-question.ts'

/** What the class wrote, and how many of it. */
const wordings = [
  ['The weights are shared.', 'weights are shared', 'the *weights* are shared!', 'The weights are shared :)'],
  ['The gradient is sparse.', 'gradient is sparse', 'the gradient is sparse!'],
]
const sizes = [12, 6] as const

export interface ClassInGroups {
  exam: MadeExam
  /** of the texts */
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

/** Twelve who say one thing, six who say another, and one who says something else; tara and ines teach them. */
export function classInGroups(): Promise<ClassInGroups> {
  return connected(async (client) => {
    const run = async (text: string, values: unknown[]) => (await client.query<{ id: string }>(text, values)).rows
    const exam = await madeExam(run, 'Shared weights', 1)
    await client.query(
      `insert into membership (course_id, person_id, role)
       select $1, id, case when email like 'tara%' then 'ta' else 'instructor' end::role
         from person where email in ('tara@example.edu', 'ines@example.edu')`,
      [exam.courseId],
    )
    await madeReviewer(run, exam, 'Uma')
    await madeSubmissions(run, exam, 0, sizes[0] + sizes[1] + 1, (slug, n) => {
      const [shared, sparse] = wordings as [string[], string[]]
      const others = ['Nobody else would ever have put it like that.']
      const of = n < sizes[0] ? shared : n < sizes[0] + sizes[1] ? sparse : others
      return { ...madeAnswers(slug, n), [`${slug}.why`]: { kind: 'text', markdown: of[n % of.length] } }
    })
    return { exam, field: `${exam.questions[0]?.slug}.why` }
  })
}

export interface Decided {
  submissionId: string
  points: number
  cause: string
  rubric: string[]
}

/** The decisions on a part. */
export function decisionsOn(field: string): Promise<Decided[]> {
  return connected(async (client) => {
    const { rows } = await client.query<Decided>(
      `select submission_id as "submissionId", points, cause, rubric from newest_review where field = $1`,
      [field],
    )
    return rows
  })
}
