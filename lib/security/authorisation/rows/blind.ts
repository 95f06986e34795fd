import { differingScores } from '../../../review/blind/agreement/differing-scores.ts'
import { examAgreement } from '../../../review/blind/agreement/exam-agreement.ts'
import { agreementPage } from '../../../review/blind/agreement-page.ts'
import { blindNext } from '../../../review/blind/blind-next.ts'
import { blindTasks } from '../../../review/blind/blind-tasks.ts'
import { changeBlindness } from '../../../review/blind/change-blindness.ts'
import { changeRule } from '../../../review/blind/change-rule.ts'
import { drawCalibration } from '../../../review/blind/draw-calibration.ts'
import { scoreBlind } from '../../../review/blind/score-blind.ts'
import { reviewProgress } from '../../../review/progress/review-progress.ts'
import { but, instructors, staff, staffOfSubmission } from '../gives.ts'
import { type PageRow, page, type Row, row } from '../row.ts'

const at = (address: string) => `POST /api/staff/v1/exams/[examId]/${address}`

/** Second looks, calibration, agreement: no answer of the exam is in a set, so nobody has one to score. */
export const blind: readonly Row[] = [
  row(agreementPage, staff, (w) => [w.examId], { nameless: true }),
  row(examAgreement, instructors, (w) => [w.examId]),
  row(reviewProgress, instructors, (w) => [w.examId]),
  row(differingScores, staff, (w) => [w.examId], { nameless: true }),
  row(blindTasks, staff, (w) => [w.examId], { nameless: true }),
  row(
    changeBlindness,
    instructors,
    (w) => [w.examId, { anonymous: false, namesForAssistants: true, reason: 'A small class.' }],
    at('blind/names'),
  ),
  row(
    changeRule,
    instructors,
    (w) => [w.examId, { field: w.field, secondShare: 0.1, threshold: 0.5, calibration: 'advised' as const }],
    at('blind/rule'),
  ),
  row(drawCalibration, instructors, (w) => [w.examId, { field: w.field, answers: 2 }], at('blind/calibration')),
  row(
    blindNext,
    but(staff, { sat: { unassignedTa: 403 } }),
    (w) => [w.examId, { purpose: 'second' as const, field: w.field }],
    {
      routes: [at('blind/next')],
      nameless: true,
    },
  ),
  row(
    scoreBlind,
    but(staffOfSubmission, { handedIn: { unassignedTa: 403, assignedTa: 409, leaders: 409 } }),
    (w) => [{ submissionId: w.submissionId, field: w.field, version: 0, points: 1, purpose: 'second' as const }],
    { routes: ['POST /api/staff/v1/blind-scores'], nameless: true },
  ),
]

/** A part of others is not for an assistant; where nothing was handed in yet it is nobody's in particular. */
const reviewersOfPart = but(staff, { sat: { unassignedTa: 403 } })

export const blindPages: readonly PageRow[] = [
  page('/staff/exams/[examId]/agreement', staff, { nameless: true }),
  page('/staff/exams/[examId]/progress', instructors),
  page('/staff/exams/[examId]/blind/second/[field]', reviewersOfPart, { nameless: true }),
  page('/staff/exams/[examId]/blind/calibration/[field]', reviewersOfPart, { nameless: true }),
]
