import { randomUUID } from 'node:crypto'
import { accessOverview } from '../../../access/access-overview.ts'
import { changeAccess } from '../../../access/change-access.ts'
import { examEntryRules } from '../../../access/exam-entry.ts'
import { exemptStudent } from '../../../access/exempt-student.ts'
import { beginLaunch, showKey } from '../../../access/safe-browser/launch.ts'
import { always, instructors, staff, students } from '../gives.ts'
import { page, row } from '../row.ts'
import { secrets } from '../testing/secrets.ts'
import type { World } from '../testing/world.ts'

const rules = { code: secrets.code, networks: [], safeBrowser: false, configKeys: [], browserKeys: [] }
const exemption = (w: World) => ({
  personId: w.people.owner.personId,
  networks: true,
  safeBrowser: false,
  reason: 'At home.',
})
const shown = { launch: randomUUID(), configKey: null, browserExamKey: null }
/** what is shown here is no key of the exam's */
const noStudentsKey = always(404, { nobody: 401, students: 403, staff: 403 })

/** From where, with what and with which word an exam may be begun. */
export const access = [
  row(examEntryRules, students, (w) => [w.examId]),
  row(beginLaunch, students, (w) => [w.examId]),
  row(showKey, noStudentsKey, (w) => [w.examId, shown], 'POST /api/exam/v1/exams/[examId]/safe-browser'),
  row(accessOverview, staff, (w) => [w.examId]),
  row(changeAccess, instructors, (w) => [w.examId, rules], 'POST /api/staff/v1/exams/[examId]/access'),
  row(exemptStudent, instructors, (w) => [w.examId, exemption(w)], 'POST /api/staff/v1/exams/[examId]/exemptions'),
]

export const accessPages = [page('/staff/exams/[examId]/access', staff)]
