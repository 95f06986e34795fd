import { randomUUID } from 'node:crypto'
import { saveResponses } from '../../../attempts/save-responses.ts'
import { startAttempt } from '../../../attempts/start-attempt.ts'
import { submitAttempt } from '../../../attempts/submit-attempt.ts'
import type { Principal } from '../../../auth/principal.ts'
import { beginSession } from '../../../auth/sessions.ts'
import { query } from '../../../db/query.ts'
import { enrol, makeCourse } from '../../../db/testing/scenario.ts'
import { type State, states, type Who } from '../gives.ts'
import { type PlantedExam, plantExam, plantGrading } from './plant-exam.ts'
import { plantGroup } from './plant-group.ts'
import { plantPage } from './plant-page.ts'
import { secrets } from './secrets.ts'

export type People = Record<Exclude<Who, 'nobody'> | 'classmate', Principal>

/** An exam in one state, with everything that a use case may be asked about. Where it does not exist yet, ids of nothing. */
export interface World {
  state: State
  people: People
  courseId: string
  /** the other student, who sits nothing */
  personId: string
  examId: string
  /** a picture in the text of the exam's question */
  file: string
  /** of the course */
  collectionId: string
  examQuestionId: string
  /** of its one question */
  slug: string
  /** the text in it, which people review: `slug.why` */
  field: string
  /** of the owner */
  attemptId: string
  submissionId: string
  /** a save of the owner's that came too late */
  lateEventId: string
  /** kept for the part by the assistant whom it is assigned to */
  commentId: string
  /** answers to the text that are alike */
  groupId: string
  /** of a question; there is none like it */
  version: string
  /** of a text that somebody writes; there is none like it */
  auditId: string
  /** a regrade with its report */
  regradeId: string
  /** a photographed page that the owner put on the text, and its first picture */
  page: string
  sheet: number
  /** for another look at the owner's text; it waits */
  requestId: string
}

async function person(name: string, email: string, administrator = false): Promise<Principal> {
  const [row] = await query<{ id: string }>(
    `INSERT INTO person (issuer, subject, name, email, administrator) VALUES ('local', gen_random_uuid()::text, $1, $2, $3) RETURNING id`,
    [name, email, administrator],
  )
  const personId = row?.id ?? ''
  return { personId, name, email, sessionId: await beginSession(personId) }
}

async function makePeople(courseId: string): Promise<People> {
  const outside = await makeCourse('Another course')
  const at = (name: string) => `${name}@example.edu`
  const people = {
    owner: await person('Olive', secrets.ownerEmail),
    otherStudent: await person('Other', secrets.otherStudentEmail),
    classmate: await person(secrets.classmate, secrets.classmateEmail),
    outsideStudent: await person('Stranger', at('stranger')),
    outsideTa: await person('Assistant of another course', at('outside-ta')),
    assignedTa: await person('Tara', at('tara')),
    unassignedTa: await person('Theo', at('theo')),
    instructor: await person('Ines', at('ines')),
    administrator: await person('Adam', at('adam'), true),
  }
  for (const who of ['owner', 'otherStudent', 'classmate'] as const) await enrol(courseId, people[who], 'student')
  for (const who of ['assignedTa', 'unassignedTa'] as const) await enrol(courseId, people[who], 'ta')
  await enrol(courseId, people.instructor, 'instructor')
  await enrol(outside, people.outsideStudent, 'student')
  await enrol(outside, people.outsideTa, 'ta')
  return people
}

const save = (field: string, markdown: string, revision = 1) => ({
  epoch: 1,
  saves: [{ field, revision, opId: randomUUID(), value: { kind: 'text', markdown } }],
})

/** Sits an exam: begins, writes one answer; hands in where the exam is over. Some of it comes too late. */
async function sit(who: Principal, exam: PlantedExam, text: string, over: boolean) {
  const field = `${exam.slug}.why`
  const { attemptId } = await startAttempt(who, exam.examId, { code: secrets.code })
  await saveResponses(who, attemptId, save(field, text))
  if (!over) return { attemptId, submissionId: randomUUID() }
  const { submissionId } = await submitAttempt(who, attemptId, { epoch: 1, revisions: {} })
  await plantGrading(submissionId, exam)
  return { attemptId, submissionId }
}

/** A regrade that waits for a decision. */
async function plantRegrade({ examId, slug, examQuestionId, questionVersionId }: PlantedExam, askedBy: Principal) {
  const [row] = await query<{ id: string }>(
    `INSERT INTO regrade (exam_id, slugs, asked_by, state) VALUES ($1, ARRAY[$2], $3, 'ready') RETURNING id`,
    [examId, slug, askedBy.personId],
  )
  await query(
    `INSERT INTO regrade_question (regrade_id, exam_question_id, old_version_id, notes) VALUES ($1, $2, $3, '[]')`,
    [row?.id, examQuestionId, questionVersionId],
  )
  return row?.id ?? ''
}

/** A question about the owner's text. */
async function plantRequest(owner: Principal, examId: string, submissionId: string, field: string) {
  const [row] = await query<{ id: string }>(
    `INSERT INTO review_request (submission_id, field, exam_id, exam_question_id, person_id)
     SELECT $2, $3, $1, q.id, $4 FROM exam_question q WHERE q.exam_id = $1 RETURNING id`,
    [examId, submissionId, field, owner.personId],
  )
  await query(
    `INSERT INTO review_request_message (request_id, seq, act, state, person_id, text)
     VALUES ($1, 1, 'ask', 'open', $2, 'Why not all points?')`,
    [row?.id, owner.personId],
  )
  return row?.id ?? ''
}

async function plantCollection(courseId: string, { personId }: Principal) {
  const [row] = await query<{ id: string }>(
    `INSERT INTO collection (course_id, title, person_id) VALUES ($1, 'Planted', $2) RETURNING id`,
    [courseId, personId],
  )
  return row?.id ?? ''
}

async function makeWorld(state: State, people: People, courseId: string): Promise<World> {
  const exam = await plantExam(courseId, state, people.instructor.personId)
  const collectionId = await plantCollection(courseId, people.instructor)
  const field = `${exam.slug}.why`
  const nowhere = (): string => randomUUID()
  const nothing = {
    attemptId: nowhere(),
    submissionId: nowhere(),
    lateEventId: '1',
    regradeId: nowhere(),
    requestId: nowhere(),
    commentId: nowhere(),
    groupId: nowhere(),
    version: 'a'.repeat(64),
    auditId: nowhere(),
    page: nowhere(),
    sheet: 0,
  }
  const personId = people.otherStudent.personId
  const world = { state, people, courseId, personId, collectionId, ...exam, field, ...nothing }
  if (state === 'draft' || state === 'ready') return world
  await query('INSERT INTO review_assignment (exam_question_id, field, person_id) VALUES ($1, $2, $3)', [
    exam.examQuestionId,
    field,
    people.assignedTa.personId,
  ])
  const [comment] = await query<{ id: string }>(
    'INSERT INTO saved_comment (course_id, field, says, person_id) VALUES ($1, $2, $3, $4) RETURNING id',
    [courseId, field, secrets.comment, people.assignedTa.personId],
  )
  world.commentId = comment?.id ?? ''
  await sit(people.classmate, exam, secrets.classmateAnswer, true)
  world.groupId = await plantGroup(exam.examQuestionId, field)
  Object.assign(world, await sit(people.owner, exam, 'Because.', state !== 'running'))
  await plantPage(world.page, world.attemptId, field)
  if (state === 'running') return world
  await saveResponses(people.owner, world.attemptId, save(field, 'Too late.', 2))
  const [late] = await query<{ id: string }>('SELECT id FROM save_event WHERE attempt_id = $1 AND late', [
    world.attemptId,
  ])
  await query(
    `INSERT INTO review (submission_id, field, version, reviewer_id, points, rubric, comment, reason)
     VALUES ($1, $2, 1, $3, 1, '["file-0"]', $4, '')`,
    [world.submissionId, field, people.assignedTa.personId, secrets.comment],
  )
  await query('UPDATE exam SET closes_at = clock_timestamp() WHERE id = $1', [exam.examId])
  const requestId = await plantRequest(people.owner, exam.examId, world.submissionId, field)
  const regradeId = await plantRegrade(exam, people.instructor)
  return { ...world, lateEventId: late?.id ?? '', regradeId, requestId }
}

/** The same exam in every state, in one course. */
export async function makeWorlds(some: readonly State[] = states): Promise<World[]> {
  const courseId = await makeCourse()
  const people = await makePeople(courseId)
  const worlds: World[] = []
  for (const state of some) worlds.push(await makeWorld(state, people, courseId))
  return worlds
}
