import { Readable } from 'node:stream'
import type { Principal } from '../auth/principal.ts'
import { query } from '../db/query.ts'
import type { Download } from '../points/export/answer-download.ts'
import { csv } from '../points/export/csv.ts'
import type { Row } from '../points/export/table.ts'
import { coursePeople } from './course-people.ts'
import { readCourse } from './course-settings.ts'

/** The list of a course as CSV with the columns that an import reads; nothing in it is run by a spreadsheet. */
export async function exportPeople(principal: Principal | null, courseId: string): Promise<Download> {
  const people = await coursePeople(principal, courseId)
  const { slug } = await readCourse(query, courseId)
  const rows: Row[] = [
    ['E-mail', 'Name', 'Student number', 'Group', 'Role', 'Time, %', 'Extra minutes'],
    ...people.map(
      (one): Row => [
        one.rosterEmail ?? one.email,
        one.rosterName ?? one.name,
        one.number ?? '',
        one.group ?? '',
        one.role,
        one.percent,
        one.extraMinutes,
      ],
    ),
  ]
  return {
    name: `${slug}-people.csv`,
    type: 'text/csv; charset=utf-8; header=present',
    bytes: csv(Readable.from(rows), { mark: true }),
  }
}
