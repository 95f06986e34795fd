import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import type { RefusedFor } from './refused.ts'
import { readRules } from './rules.ts'
import { configKeysFor, examPage } from './safe-browser/exam-keys.ts'
import { type WrongStart, wrongStart } from './safe-browser/start-address.ts'
import { publicOrigin } from './visit.ts'

export interface AccessOverview {
  /** its title */
  exam: string
  rules: {
    code: string | null
    networks: string[]
    safeBrowser: boolean
    configKeys: string[]
    browserKeys: string[]
    /** whether telephones may add pages to answers; null: as is usual */
    phoneCamera: boolean | null
    /** whether settings were uploaded */
    uploaded: boolean
  }
  /** of the settings that students are given */
  configKey: string
  /** where the uploaded settings start, when it is not this exam */
  wrongStart: WrongStart | null
  /** students for whom some of the rules do not count */
  exemptions: { personId: string; name: string; networks: boolean; safeBrowser: boolean; reason: string }[]
  /** who may be exempted; empty for assistants */
  students: { personId: string; name: string; email: string }[]
  refusals: {
    id: string
    person: string
    reason: RefusedFor
    address: string | null
    detail: string
    at: string
  }[]
  /** the caller's own address as the server sees it, to write networks by */
  address: string | null
  mayChange: boolean
}

const studentsOf = (examId: string) =>
  query<AccessOverview['students'][number]>(
    `SELECT p.id AS "personId", p.name, p.email FROM membership m JOIN exam e ON e.course_id = m.course_id
     JOIN person p ON p.id = m.person_id WHERE e.id = $1 AND m.role = 'student' ORDER BY p.name, p.id`,
    [examId],
  )

/** From where an exam may be taken, and who was turned away: for the staff of its course. */
export async function accessOverview(principal: Principal | null, examId: string): Promise<AccessOverview> {
  const staff = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const mayChange = staff.role !== 'ta'
  const [[exam], { configuration, ...rules }, refusals, exemptions, students] = await Promise.all([
    query<{ title: string }>('SELECT title FROM exam WHERE id = $1', [examId]),
    readRules(examId),
    query<AccessOverview['refusals'][number]>(
      `SELECT r.id::text, p.name AS person, r.reason, r.address, r.detail, iso(r.at) AS at
       FROM access_refusal r JOIN person p ON p.id = r.person_id WHERE r.exam_id = $1 ORDER BY r.id DESC LIMIT 50`,
      [examId],
    ),
    query<AccessOverview['exemptions'][number]>(
      `SELECT x.person_id AS "personId", p.name, x.networks, x.safe_browser AS "safeBrowser", x.reason
       FROM access_exemption x JOIN person p ON p.id = x.person_id WHERE x.exam_id = $1 ORDER BY p.name, p.id`,
      [examId],
    ),
    mayChange ? studentsOf(examId) : [],
  ])
  const origin = publicOrigin(staff.visit?.url ?? 'http://localhost')
  const [configKey = ''] = configKeysFor({ ...rules, configKeys: [], configuration }, origin, examId)
  return {
    exam: exam?.title ?? '',
    rules: { ...rules, uploaded: configuration !== null },
    configKey,
    wrongStart: configuration === null ? null : wrongStart(configuration, examPage(origin, examId)),
    exemptions,
    students,
    refusals,
    address: staff.visit?.address ?? null,
    mayChange,
  }
}
