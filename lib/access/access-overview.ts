import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import type { RefusedFor } from './refused.ts'
import { readRules } from './rules.ts'
import { configKeysFor } from './safe-browser/exam-keys.ts'
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
    /** whether settings were uploaded */
    uploaded: boolean
  }
  /** of the settings that students are given */
  configKey: string
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

/** From where an exam may be taken, and who was turned away: for the staff of its course. */
export async function accessOverview(principal: Principal | null, examId: string): Promise<AccessOverview> {
  const staff = await requireRole(principal, await courseOfExam(examId), ['ta', 'instructor'])
  const [[exam], { configuration, ...rules }, refusals] = await Promise.all([
    query<{ title: string }>('SELECT title FROM exam WHERE id = $1', [examId]),
    readRules(examId),
    query<AccessOverview['refusals'][number]>(
      `SELECT r.id::text, p.name AS person, r.reason, r.address, r.detail, iso(r.at) AS at
       FROM access_refusal r JOIN person p ON p.id = r.person_id WHERE r.exam_id = $1 ORDER BY r.id DESC LIMIT 50`,
      [examId],
    ),
  ])
  const origin = publicOrigin(staff.visit?.url ?? 'http://localhost')
  const [configKey = ''] = configKeysFor({ ...rules, configKeys: [], configuration }, origin, examId)
  return {
    exam: exam?.title ?? '',
    rules: { ...rules, uploaded: configuration !== null },
    configKey,
    refusals,
    address: staff.visit?.address ?? null,
    mayChange: staff.role !== 'ta',
  }
}
