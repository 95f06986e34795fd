import type { Page } from '../setup/test.ts'
import { changeRow, readRow } from '../sitting/drawn.ts'
import { send } from './hand-in.ts'
import { payloads } from './payloads.ts'

/** What staff write, as hostile as a student's text could be; short enough for every place. */
const half = (from: number, most: number) => {
  let text = ''
  for (const payload of payloads.slice(from))
    if (text.length + payload.length < most) text += `${payload.toWellFormed()}\n\n`
  return text.replaceAll('\0', '').trim()
}

export const announcement = half(0, 3_800)
export const comment = half(60, 4_500)
export const question = half(20, 4_500)
const item = half(110, 900)

interface Written {
  item: string
  comment: string
  reason: string
}
const hostile: Written = { item, comment, reason: half(90, 1_500) }

/** A rubric of one item, and a review by it; what is written would run if it could. */
export async function reviewWith(
  reviewer: Page,
  { examId, submissionId, field }: { examId: string; submissionId: string; field: string },
  written: Written = hostile,
): Promise<void> {
  const { item: says, comment: said, reason } = written
  const slug = field.slice(0, field.indexOf('.'))
  await changeRow(
    `insert into rubric_version (exam_question_id, field, version, base, items, person_id, reason)
     select q.id, $2, 1, 'zero', $3::jsonb, (select id from person where email = 'tara@example.edu'), $4
     from exam_question q where q.exam_id = $1 and q.slug = $5`,
    [examId, field, JSON.stringify([{ id: '1-0', says, amount: 1, unit: 'points' }]), reason, slug],
  )
  const review = { submissionId, field, version: 0, rubric: ['1-0'], comment: said, reason }
  await send(reviewer, 'POST', '/api/staff/v1/reviews', review)
}

/** Everything is shown to students, and they may ask. */
export async function release(staff: Page, examId: string): Promise<void> {
  const all = ['reviewed', 'points', 'verdicts', 'expected', 'solutions', 'comments', 'statistics']
  await send(staff, 'POST', `/api/staff/v1/exams/${examId}/release`, {
    shows: Object.fromEntries(all.map((name) => [name, true])),
    requestsUntil: new Date(Date.now() + 86_400_000).toISOString(),
    note: half(40, 1_500),
    anyway: true,
    tell: false,
  })
}

/** All questions of all who handed in have been graded. */
export async function graded(examId: string): Promise<number> {
  const { missing } = await readRow<{ missing: number }>(
    `select count(*)::int as missing from attempt a join submission s on s.attempt_id = a.id
     join attempt_question q on q.attempt_id = a.id
     where a.exam_id = $1 and not exists (select from grading g where g.submission_id = s.id and g.exam_question_id = q.exam_question_id)`,
    [examId],
  )
  return missing
}
