import { changePerson, removePerson } from '../../../courses/change-person.ts'
import { changeSettings } from '../../../courses/change-settings.ts'
import { courseSettings } from '../../../courses/course-settings.ts'
import { exportPeople } from '../../../courses/export-people.ts'
import { invite } from '../../../courses/invitations/invite.ts'
import { joinCourse } from '../../../courses/invitations/join-course.ts'
import { lookAtInvitation } from '../../../courses/invitations/look-at-invitation.ts'
import { printedCodes } from '../../../courses/invitations/printed-codes.ts'
import { courseMaker, makeCourse, mayMakeCourses } from '../../../courses/make-course.ts'
import { makeReset } from '../../../courses/passwords/make-reset.ts'
import { setPassword } from '../../../courses/passwords/set-password.ts'
import { importRoster } from '../../../courses/roster/import-roster.ts'
import { previewRoster } from '../../../courses/roster/preview-roster.ts'
import { readPeopleTable } from '../../../courses/table/read-people-table.ts'
import { courseTimes } from '../../../courses/time/course-times.ts'
import { previewTimes } from '../../../courses/time/preview-times.ts'
import { seatByRooms } from '../../../courses/time/seat-by-rooms.ts'
import { seatGroups } from '../../../courses/time/seat-groups.ts'
import { setCourseTimes } from '../../../courses/time/set-course-times.ts'
import { always, anybody, but, instructors, signedIn } from '../gives.ts'
import { type PageRow, page, type Row, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const course = '/api/staff/v1/courses/[courseId]'
const person = `${course}/people/[personId]`
/** Administrators, and whoever is an instructor of some course. */
const makers = always(403, { nobody: 401, leaders: 'ok' })
const settings = (w: World) => ({ title: 'Renamed', slug: `c-${w.courseId}`, archived: true })
const list = { rows: [{ line: 2, email: 'new@example.edu' }] }
/** there is a mark in every import, and this one is of nothing that anybody has looked at */
const stale = { ...list, mark: 'none' }
/** a classmate who sits nothing */
const other = (w: World): [string, string] => [w.courseId, w.people.otherStudent.personId]
const longer = (w: World) => ({ students: [{ personId: w.personId, percent: 125, extraMinutes: 0 }] })
const times = (w: World) => ({
  examId: w.examId,
  rows: [{ line: 2, email: w.people.otherStudent.email, percent: '125' }],
})
const seats = { rooms: [{ group: null, room: 'Hall' }] }
const sizes = { rooms: [{ room: 'Hall', seats: 100 }], order: 'name' as const, unseated: false }
/** a code that nobody made is the same to everybody; nobody at all is asked for nothing more either */
const unknown = always(404, {})
const codes = { people: 'all' as const, way: 'code' as const }
const code = { code: '0000-0000-0000-0000' }
const file = Buffer.from('E-mail\nnew@example.edu\n')

/** Courses and their people. */
export const courses: readonly Row[] = [
  row(mayMakeCourses, signedIn, () => []),
  row(courseMaker, makers, () => []),
  row(makeCourse, makers, () => [{ title: 'Made' }], 'POST /api/staff/v1/courses'),
  row(courseSettings, instructors, (w) => [w.courseId]),
  row(changeSettings, instructors, (w) => [w.courseId, settings(w)], `POST ${course}/settings`),
  row(changePerson, instructors, (w) => [...other(w), { role: 'student' as const, group: 'B' }], `POST ${person}`),
  row(removePerson, instructors, (w) => other(w), `POST ${person}/remove`),
  row(readPeopleTable, instructors, (w) => [w.courseId, async () => file], {
    routes: [`PUT ${course}/table`],
    body: () => file,
  }),
  row(previewRoster, instructors, (w) => [w.courseId, list], `POST ${course}/roster/preview`),
  row(importRoster, but(instructors, { unsat: 409, sat: 409 }), (w) => [w.courseId, stale], `POST ${course}/roster`),
  row(courseTimes, instructors, (w) => [w.courseId, w.examId]),
  row(previewTimes, instructors, (w) => [w.courseId, times(w)], `POST ${course}/accommodations/preview`),
  row(setCourseTimes, instructors, (w) => [w.courseId, longer(w)], `POST ${course}/accommodations`),
  row(seatGroups, instructors, (w) => [w.examId, seats], 'POST /api/staff/v1/exams/[examId]/rooms'),
  row(seatByRooms, instructors, (w) => [w.examId, sizes], 'POST /api/staff/v1/exams/[examId]/rooms/fill'),
  row(invite, instructors, (w) => [w.courseId, codes], `POST ${course}/invitations`),
  row(printedCodes, instructors, (w) => [w.courseId]),
  row(lookAtInvitation, unknown, () => [code], 'POST /api/join/look'),
  row(joinCourse, unknown, () => [{ ...code, password: 'long enough for one' }], 'POST /api/join'),
  // they sign in at a university: there is no password of theirs here
  row(makeReset, but(instructors, { unsat: 409, sat: 409 }), (w) => other(w), `POST ${person}/password`),
  row(setPassword, unknown, () => [{ ...code, password: 'long enough for one' }], 'POST /api/password'),
  row(exportPeople, instructors, (w) => [w.courseId], `GET ${course}/export`),
]

export const coursePages: readonly PageRow[] = [
  page('/staff/courses/new', makers),
  page('/staff/courses/[courseId]', instructors),
  page('/staff/courses/[courseId]/import', instructors),
  page('/staff/courses/[courseId]/settings', instructors),
  page('/staff/courses/[courseId]/time', instructors),
  page('/staff/courses/[courseId]/invitations', instructors),
  page('/join', anybody),
  page('/password', anybody),
]
