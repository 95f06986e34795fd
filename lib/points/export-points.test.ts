import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../auth/principal.ts'
import { closePools } from '../db/pool.ts'
import { query } from '../db/query.ts'
import { sendingQueue } from '../db/queue.ts'
import { freshDatabase } from '../db/testing/database.ts'
import { makeExam, makeScenario, type Scenario } from '../db/testing/scenario.ts'
import { staffResult } from '../grading/staff-result.ts'
import { releaseExam } from '../release/release-exam.ts'
import { scoreReview } from '../review/score-review.ts'
import { handedIn } from '../review/testing/handed-in.ts'
import { answerDownload } from './export/answer-download.ts'
import { asWritten } from './export/inert.ts'
import { readCsv } from './export/testing/read-csv.ts'
import { unzip } from './export/testing/unzip.ts'
import { exportPoints } from './export-points.ts'

const hostile = '=HYPERLINK("http://evil.example";"Ada")'

let people: Scenario
let examId: string
let sat: { attemptId: string; submissionId: string; personId: string }[]
let slugs: string[]

beforeAll(async () => {
  await freshDatabase()
  people = await makeScenario()
  examId = await makeExam(people.courseId)
  sat = await handedIn(people.courseId, examId, 3)
  slugs = (
    await query<{ slug: string }>('SELECT slug FROM exam_question WHERE exam_id = $1 ORDER BY position', [examId])
  ).map(({ slug }) => slug)
  await query('UPDATE person SET name = $2 WHERE id = $1', [sat[0]?.personId, hostile])
  const submissionId = sat[0]?.submissionId ?? ''
  await scoreReview(people.tara, {
    submissionId,
    field: `${slugs[0]}.why`,
    version: 0,
    points: 0.5,
    reason: '@SUM(A1)',
  })
  await releaseExam(people.ines, examId, { scope: 'all', note: '+cmd' })
})
afterAll(async () => {
  await (await sendingQueue()).stop({ graceful: false })
  await closePools()
})

async function exported(what: string, format: string, who: Principal = people.ines) {
  const answer = await answerDownload(await exportPoints(who, examId, { what, format }))
  return { headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}
const table = async (what: string) => readCsv((await exported(what, 'csv')).bytes.toString('utf8'))

describe('points by student and part', () => {
  it('are those of the results, and name everybody, also who did not come', async () => {
    const [head = [], ...rows] = await table('points')
    expect(head.slice(10, 14)).toEqual(['points', 'possible', 'waiting', `${slugs[0]}: y (2)`])
    expect(rows).toHaveLength(5)
    const row = rows.find(([name]) => asWritten(name ?? '') === hostile) ?? []
    const { points, receipt } = await staffResult(people.ines, sat[0]?.attemptId ?? '')
    expect(row.slice(3)).toEqual([
      ...['1', '1', 'closed', expect.stringContaining('20'), 'student', receipt.code, '0'],
      ...[String(points.earned), String(points.possible), String(points.waiting), '2', '0.5', '2', ''],
    ])
    expect(rows.find(([name]) => name === 'Ada')?.slice(3)).toEqual([
      '',
      '0',
      'did not start',
      '',
      '',
      '',
      '0',
      '',
      '6',
      '',
      '',
      '',
      '',
      '',
    ])
  })

  it('come as a workbook without a formula, with numbers that are numbers', async () => {
    const { bytes, headers } = await exported('points', 'xlsx')
    const sheet = unzip(bytes).get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('>=HYPERLINK("http://evil.example";"Ada")<')
    expect(sheet).not.toMatch(/<f[\s>/]/)
    expect(sheet).toContain('<c><v>0.5</v></c>')
    expect(headers.get('content-type')).toContain('spreadsheetml')
  })
})

describe('the changes of points', () => {
  it('are all there, with who, why, before and after', async () => {
    const [head = [], release = [], ...rows] = await table('changes')
    expect(head).toContain('points before')
    expect(release.map(asWritten)).toMatchObject({ 8: 'release: all', 10: 'Ines', 11: '+cmd' })
    expect(release[11]).toBe("'+cmd")
    expect(rows).toHaveLength(3 * 2 + 1)
    const review = rows.find(({ 8: cause }) => cause === 'person') ?? []
    expect(review.slice(3).map(asWritten)).toEqual([
      ...['1', 'yes', expect.any(String), ''],
      `${slugs[0]}.why`,
      'person',
      '',
      'Tara',
      '@SUM(A1)',
      '',
      '0.5',
      '4.5',
      '',
    ])
  })
})

describe('an exported file', () => {
  it('is kept by nobody on the way and shown by no browser', async () => {
    const { headers, bytes } = await exported('points', 'csv-excel')
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': expect.stringMatching(/^attachment; filename="[a-z0-9-]+-points\.csv"$/),
      'x-content-type-options': 'nosniff',
    })
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  })

  it('is for instructors', async () => {
    await expect(exported('points', 'csv', people.tara)).rejects.toMatchObject({ status: 403 })
    await expect(exported('changes', 'xlsx', people.tara)).rejects.toMatchObject({ status: 403 })
    await expect(exported('points', 'csv', people.ada)).rejects.toMatchObject({ status: 403 })
    await expect(exported('points', 'csv', people.outsider)).rejects.toMatchObject({ status: 404 })
    await expect(exportPoints(null, examId, { what: 'points', format: 'csv' })).rejects.toMatchObject({ status: 401 })
    await expect(exported('points', 'pdf')).rejects.toMatchObject({ status: 422 })
  })
})
