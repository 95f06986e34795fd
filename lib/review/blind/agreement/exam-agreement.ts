import type { PaperNode } from '../../../../grader/answers/paper.ts'
import type { Principal } from '../../../auth/principal.ts'
import { requireRole } from '../../../auth/require.ts'
import { query } from '../../../db/query.ts'
import { courseOfExam } from '../../../exams/exam-course.ts'
import { type ExamPart, examParts } from '../../../points/exam-parts.ts'
import { itemNodes } from '../../rubric/item-nodes.ts'
import { partRubric } from '../../rubric/part-rubric.ts'
import { type Blindness, readBlindness } from '../blindness.ts'
import type { BlindRule } from '../change-rule.ts'
import { type Calibrated, compareLooks, compareRaters, type SecondLooks } from './compare.ts'
import { calibrationScores, isOpen, scorePairs } from './part-scores.ts'

/** What a part asks beyond one score, and how those agree who gave it. */
export interface PartAgreement extends ExamPart {
  rule: BlindRule
  /** answers of the calibration set */
  set: number
  calibrated: Calibrated
  /** of the rubric, set for reading */
  items: { id: string; nodes: PaperNode[] }[]
  seconds: SecondLooks & { wanted: number; waiting: number; open: number }
}

export interface ExamAgreement {
  title: string
  blindness: Blindness
  /** those that people decide */
  parts: PartAgreement[]
}

interface Standing extends BlindRule {
  field: string
  set: number
  wanted: number
  waiting: number
}

async function standings(examId: string): Promise<Standing[]> {
  return query<Standing>(
    `SELECT e.field, coalesce(b.second_share, 0) AS "secondShare", coalesce(b.threshold, 0) AS threshold,
       coalesce(b.calibration, 'none') AS calibration,
       (SELECT count(*) FROM calibration_answer c WHERE c.exam_question_id = e.exam_question_id AND c.field = e.field)::int AS set,
       (SELECT count(*) FROM second_look l WHERE l.exam_id = $1 AND l.field = e.field)::int AS wanted,
       (SELECT count(*) FROM second_look l WHERE l.exam_id = $1 AND l.field = e.field AND l.decided AND NOT EXISTS (SELECT FROM blind_score s
         WHERE s.submission_id = l.submission_id AND s.field = l.field AND s.purpose = 'second'))::int AS waiting
     FROM (SELECT DISTINCT exam_question_id, field FROM review_entry WHERE exam_id = $1 AND why IN ('text', 'undecided')) e
     LEFT JOIN blind_rule b ON b.exam_question_id = e.exam_question_id AND b.field = e.field`,
    [examId],
  )
}

/** How those who review an exam agree: for its instructors, with their names. */
export async function examAgreement(principal: Principal | null, examId: string): Promise<ExamAgreement> {
  await requireRole(principal, await courseOfExam(examId), ['instructor'])
  const [[exam], blindness, parts, standing, scores, pairs] = await Promise.all([
    query<{ title: string }>('SELECT title FROM exam WHERE id = $1', [examId]),
    readBlindness(query, examId),
    examParts(examId),
    standings(examId),
    calibrationScores(query, examId),
    scorePairs(query, examId),
  ])
  const reviewed = parts.flatMap((part) => {
    const found = standing.find(({ field }) => field === part.field)
    return found ? [{ part, found }] : []
  })
  return {
    title: exam?.title ?? '',
    blindness,
    parts: await Promise.all(
      reviewed.map(async ({ part, found: { field: _, set, wanted, waiting, ...rule } }) => {
        const { rubric } = await partRubric(query, part.examQuestionId, part.field)
        const own = scores.filter(({ field }) => field === part.field)
        const looks = pairs.filter(({ field }) => field === part.field)
        return {
          ...part,
          rule,
          set,
          calibrated: compareRaters(
            own,
            rubric.items.map(({ id }) => id),
          ),
          items: rubric.items.map(({ id, says }) => ({ id, nodes: itemNodes(says) })),
          seconds: { ...compareLooks(looks), wanted, waiting, open: looks.filter(isOpen).length },
        }
      }),
    ),
  }
}
