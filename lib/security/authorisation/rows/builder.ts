import { examChecklist } from '../../../exams/checklist/exam-checklist.ts'
import { copyExam } from '../../../exams/copy-exam.ts'
import { discardExam } from '../../../exams/discard-exam.ts'
import { drawAnew } from '../../../exams/draw-anew.ts'
import { examFile } from '../../../exams/file/exam-file.ts'
import { importExam } from '../../../exams/file/import-exam.ts'
import { examPlan } from '../../../exams/plan/exam-plan.ts'
import { previewInstructions } from '../../../exams/plan/preview-instructions.ts'
import { savePlan } from '../../../exams/plan/save-plan.ts'
import { printedVersions } from '../../../exams/printed/printed-versions.ts'
import { startExam } from '../../../exams/start-exam.ts'
import { discardTrial } from '../../../exams/trial/discard-trial.ts'
import { readTrial } from '../../../exams/trial/read-trial.ts'
import { startTrial } from '../../../exams/trial/start-trial.ts'
import { triedExam } from '../../../exams/trial/tried-exam.ts'
import { unpublishExam } from '../../../exams/unpublish-exam.ts'
import { always, but, instructors, ownAttempt, signedIn, staff } from '../gives.ts'
import { page, row } from '../row.ts'
import type { World } from '../testing/world.ts'

const at = (rest: string) => `/api/staff/v1/exams/[examId]/${rest}`
const source = 'title: T\ncourse: C\nminutes: 60\nquestions: [{ question: any }]\n'
const section = { title: '', instructions: '', pick: null, shuffle: false }
/** Only a draft takes this. */
const plan = (w: World) => ({
  title: 'Planned',
  instructions: '',
  mode: 'exam' as const,
  zone: 'UTC',
  opens: null,
  closes: null,
  durationSeconds: 60,
  syncGraceSeconds: 0,
  attemptsAllowed: 1,
  attemptCounts: 'last' as const,
  checksAllowed: 0,
  navigation: 'free' as const,
  release: 'by-staff' as const,
  sections: [{ ...section, questions: [{ slug: w.slug, points: 1 }] }],
})
const onlyDraft = but(instructors, { ready: 409, sat: 409 })

/** How exams are made, tried and published. */
export const builder = [
  row(
    startExam,
    instructors,
    (w) => [w.courseId, { title: 'Begun', mode: 'quiz' as const }],
    'POST /api/staff/v1/courses/[courseId]/exams',
  ),
  row(importExam, instructors, (w) => [w.courseId, { source }], 'POST /api/staff/v1/courses/[courseId]/exams/file'),
  row(examPlan, staff, (w) => [w.examId], `GET ${at('plan')}`),
  row(savePlan, onlyDraft, (w) => [w.examId, { revision: 1, plan: plan(w) }], `POST ${at('plan')}`),
  row(previewInstructions, staff, (w) => [w.examId, { markdown: '*Read*' }], `POST ${at('instructions')}`),
  row(printedVersions, staff, (w) => [w.examId, 1]),
  row(copyExam, instructors, (w) => [w.examId, { title: 'Again' }], `POST ${at('copy')}`),
  row(examFile, instructors, (w) => [w.examId], `GET ${at('file')}`),
  row(examChecklist, staff, (w) => [w.examId], `GET ${at('checklist')}`),
  row(unpublishExam, but(instructors, { draft: 409, sat: 409 }), (w) => [w.examId], `POST ${at('unpublish')}`),
  row(drawAnew, but(instructors, { draft: 409, sat: 409 }), (w) => [w.examId], `POST ${at('draw-anew')}`),
  row(discardExam, onlyDraft, (w) => [w.examId], `POST ${at('discard')}`),
  row(triedExam, ownAttempt, (w) => [w.attemptId]),
  row(startTrial, staff, (w) => [w.examId], `POST ${at('trial')}`),
  row(readTrial, staff, (w) => [w.examId], `GET ${at('trial')}`),
  // there is none yet
  row(discardTrial, always(404, { nobody: 401, students: 403 }), (w) => [w.examId], `POST ${at('trial/discard')}`),
]

export const builderPages = [
  page('/staff/exams/new', signedIn),
  page('/staff/exams/[examId]/edit', staff),
  page('/staff/exams/[examId]/checklist', staff),
  page('/staff/exams/[examId]/trial', staff),
  page('/staff/exams/[examId]/paper', staff),
]
