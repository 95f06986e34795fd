import { auditQuestion } from '../../../grader/audit/audit-question.ts'
import { countCollisions } from '../../../grader/audit/collisions.ts'
import type { PoolProgress } from '../../../grader/audit/make-pool.ts'
import type { Executors } from '../../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../../grader/question/definition.ts'
import type { AuditStage } from '../../authoring/desk-answers.ts'
import type { FoundReport } from '../../questions/audit.ts'

/** Draws without an audit, to see how many could not tell a mistake from the truth. */
const unaudited = 200
export const fullCount = 24

export interface AuditProgress {
  stage: AuditStage
  done: number
  of: number
}

/** The whole audit, as `npm run check:questions` does it. */
export async function auditOf(
  definition: QuestionDefinition,
  executors: Executors,
  progress: (at: AuditProgress) => void = () => {},
): Promise<FoundReport> {
  const tell = ({ stage, accepted }: PoolProgress) => progress({ stage, done: accepted, of: fullCount })
  const options = { count: fullCount, seedPrefix: 'check', executors, maximumTries: 100, progress: tell }
  const { accepted, report } = await auditQuestion(definition, options)
  if (definition.alternatives.length === 0) return report
  progress({ stage: 'collisions', done: accepted.length, of: fullCount })
  return { ...report, collisions: await countCollisions(definition, accepted, executors, unaudited) }
}
