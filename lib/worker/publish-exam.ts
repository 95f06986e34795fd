import { auditQuestion } from '../../grader/audit/audit-question.ts'
import { type AuditReport, isSound } from '../../grader/audit/report.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { inTransaction, query } from '../db/query.ts'
import { sectionProblems } from '../exams/section-problems.ts'
import { figureFiles, missingFigures } from '../questions/figures/stored-figures.ts'
import { renderPaper } from '../questions/render/paper.ts'
import { saidValues } from '../questions/render/said.ts'
import { readQuestion } from './bank.ts'
import { paperValues } from './paper-values.ts'
import { storeAuditReport } from './store-audit-report.ts'
import { type RenderedVariant, storePool } from './store-pool.ts'

interface ExamQuestion {
  id: string
  slug: string
  exam: string
  poolSize: number
}

/** Draws, audits and renders a pool; a sentence instead where the question cannot be used. */
async function preparePool(
  question: ExamQuestion,
  definition: QuestionDefinition,
  executors: Executors,
): Promise<{ report: AuditReport; variants: RenderedVariant[]; problem: string | null }> {
  const { accepted, report } = await auditQuestion(definition, {
    count: question.poolSize,
    seedPrefix: question.exam,
    executors,
  })
  if (!isSound(report)) return { report, variants: [], problem: refusal(report) }
  const variants: RenderedVariant[] = []
  for (const { variant, key } of accepted) {
    const values = await paperValues(definition, variant, key, executors.float64)
    const rendered = renderPaper({ definition, variant, key, values })
    variants.push({ variant, key: { ...key, ...saidValues(definition, values) }, ...rendered })
  }
  return { report, variants, problem: null }
}

/** Why the audit refuses the question, in a sentence for staff. */
function refusal({ slug, count, accepted, failures, formulas, examination }: AuditReport): string {
  const reasons = [
    ...failures,
    ...(examination?.checks ?? []).flatMap(({ problems }) => problems),
    ...formulas.map(({ line, column, message }) => `${slug}.md:${line}:${column}: ${message}`),
  ]
  return `${accepted} of ${count} variants pass the audit${reasons.length > 0 ? `: ${reasons.join('; ')}` : '.'}`
}

async function fail(examQuestionId: string, problem: string) {
  await query(`UPDATE exam_question SET state = 'failed', problem = $2 WHERE id = $1`, [examQuestionId, problem])
}

/** Reads, audits and stores one question of the exam. What is wrong with it is kept for staff. */
async function publishQuestion(question: ExamQuestion, executors: Executors): Promise<void> {
  const parsed = await readQuestion(question.slug)
  if (!parsed) return fail(question.id, `There is no question file ${question.slug}.md.`)
  if (!parsed.ok) {
    const problems = parsed.problems.map(
      ({ line, column, message }) => `${question.slug}.md:${line}:${column}: ${message}`,
    )
    return fail(question.id, problems.join('\n'))
  }
  const missing = await missingFigures(figureFiles(parsed.question))
  if (missing.length > 0) return fail(question.id, `There is no picture ${missing.join(', ')}.`)
  const { report, variants, problem } = await preparePool(question, parsed.question, executors)
  await inTransaction(async (run) => {
    await storeAuditReport(run, report, question.id)
    if (!problem) await storePool(run, question.id, parsed.question, variants)
  })
  if (problem) await fail(question.id, problem)
}

/** Everybody's paper must come to the same: what stands against it is said at the questions of the section. */
async function refuseUnequalSections(examId: string): Promise<boolean> {
  const problems = await sectionProblems(query, examId)
  for (const { title, problem, examQuestionIds } of problems) {
    const named = title === '' ? problem : `${title}: ${problem}`
    await query(`UPDATE exam_question SET state = 'failed', problem = $2 WHERE id = ANY ($1) AND state = 'ready'`, [
      examQuestionIds,
      named,
    ])
  }
  return problems.length > 0
}

/**
 * Publishes an exam: every question is read, a pool of variants drawn, audited and rendered. Students see the exam only
 * when every question has passed; otherwise it has failed, and staff see why, question by question.
 */
export async function publishExam(examId: string, executors: Executors): Promise<'published' | 'failed' | 'skipped'> {
  const [exam] = await query(`SELECT id FROM exam WHERE id = $1 AND state = 'publishing'`, [examId])
  if (!exam) return 'skipped'
  const questions = await query<ExamQuestion>(
    `SELECT q.id, q.slug, e.slug AS exam, e.pool_size AS "poolSize"
     FROM exam_question q JOIN exam e ON e.id = q.exam_id WHERE e.id = $1 ORDER BY q.position`,
    [examId],
  )
  for (const question of questions) await publishQuestion(question, executors)
  const unequal = await refuseUnequalSections(examId)
  const [done] = await query<{ state: 'published' | 'failed' }>(
    `UPDATE exam SET
       state = CASE WHEN bad THEN 'failed' ELSE 'published' END::exam_state,
       published_at = CASE WHEN bad THEN NULL ELSE clock_timestamp() END
     FROM (SELECT count(*) FILTER (WHERE state <> 'ready') > 0 OR count(*) = 0 OR $2 AS bad FROM exam_question WHERE exam_id = $1) q
     WHERE id = $1 RETURNING state`,
    [examId, unequal],
  )
  return done?.state ?? 'skipped'
}

/** Publishing itself broke, every time: say so where staff look. */
export async function publishingBroke(examId: string, reason: string): Promise<void> {
  const problem = `Publishing broke off: ${reason}`
  await query(`UPDATE exam_question SET state = 'failed', problem = $2 WHERE exam_id = $1 AND state = 'waiting'`, [
    examId,
    problem,
  ])
  await query(`UPDATE exam SET state = 'failed' WHERE id = $1 AND state = 'publishing'`, [examId])
}
