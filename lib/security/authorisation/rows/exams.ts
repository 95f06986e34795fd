import { randomUUID } from 'node:crypto'
import { coursePeople } from '../../../courses/course-people.ts'
import { listCourses } from '../../../courses/list-courses.ts'
import { courseExams } from '../../../exams/course-exams.ts'
import { createExam } from '../../../exams/create-exam.ts'
import { examOverview } from '../../../exams/exam-overview.ts'
import { grantAccommodation } from '../../../exams/grant-accommodation.ts'
import { publishExam } from '../../../exams/publish-exam.ts'
import { but, instructors, signedIn, staff } from '../gives.ts'
import { page, row } from '../row.ts'

const newExam = () => ({ slug: `e-${randomUUID()}`, title: 'New', questions: [{ slug: 'any' }] })

/** Exams and courses, for those who make them. */
export const exams = [
  row(listCourses, signedIn, () => []),
  row(courseExams, staff, (w) => [w.courseId]),
  row(examOverview, staff, (w) => [w.examId]),
  row(coursePeople, instructors, (w) => [w.courseId]),
  row(createExam, instructors, (w) => [w.courseId, newExam()]),
  row(
    publishExam,
    but(instructors, { ready: 409, sat: 409 }),
    (w) => [w.examId],
    'POST /api/staff/v1/exams/[examId]/publish',
  ),
  row(grantAccommodation, instructors, (w) => [w.examId, { personId: w.people.owner.personId, extraSeconds: 60 }]),
]

export const examPages = [page('/staff', signedIn), page('/staff/exams/[examId]', staff)]
