import { attemptPoints } from '../../../points/attempt-points.ts'
import { examPoints } from '../../../points/exam-points.ts'
import { exportPoints } from '../../../points/export-points.ts'
import { instructors, staffOfAttempt } from '../gives.ts'
import { type PageRow, page, type Row, row } from '../row.ts'

export const points: readonly Row[] = [
  row(attemptPoints, staffOfAttempt, (w) => [w.attemptId]),
  row(examPoints, instructors, (w) => [w.examId]),
  row(exportPoints, instructors, (w) => [w.examId, { what: 'points', format: 'csv' }], {
    routes: ['GET /api/staff/v1/exams/[examId]/export'],
    search: '?what=points&format=csv',
  }),
]

export const pointPages: readonly PageRow[] = [
  page('/staff/exams/[examId]/points', instructors),
  page('/staff/attempts/[attemptId]/points', staffOfAttempt, { nameless: true }),
]
