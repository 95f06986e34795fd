import { auditQuestion } from '../../grader/audit/audit-question.ts'
import { countCollisions } from '../../grader/audit/collisions.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import type { AuditState, FoundReport } from '../questions/audit.ts'
import { readQuestion } from './bank.ts'
import { storeAuditReport } from './store-audit-report.ts'

/** Draws without an audit, to see how many could not tell a mistake from the truth. */
const unaudited = 200

/** As `npm run check:questions` does it. */
async function auditOf(definition: QuestionDefinition, executors: Executors): Promise<FoundReport> {
  const options = { count: 24, seedPrefix: 'check', executors, maximumTries: 100 }
  const { accepted, report } = await auditQuestion(definition, options)
  if (definition.alternatives.length === 0) return report
  return { ...report, collisions: await countCollisions(definition, accepted, executors, unaudited) }
}

/**
 * Audits that somebody asked for. One runs at a time for a question; asking again joins it. What is under way is known to
 * this process only, and what it found is stored.
 */
export class Audits {
  readonly #running = new Map<string, { since: Date; ended: Promise<void> }>()
  readonly #broke = new Map<string, string>()
  readonly #executors: Executors
  readonly #audit: typeof auditOf

  constructor(executors: Executors, audit: typeof auditOf = auditOf) {
    this.#executors = executors
    this.#audit = audit
  }

  /** Begins an audit of the question file as it is now, and does not wait for its end. */
  async start(slug: string): Promise<AuditState> {
    const parsed = await readQuestion(slug)
    if (!parsed) throw notFound()
    if (parsed.ok && !this.#running.has(slug)) {
      this.#broke.delete(slug)
      const ended = this.#run(parsed.question).finally(() => this.#running.delete(slug))
      this.#running.set(slug, { since: new Date(), ended })
    }
    return this.state(slug)
  }

  async state(slug: string): Promise<AuditState> {
    const parsed = await readQuestion(slug)
    if (!parsed) throw notFound()
    return {
      version: parsed.ok ? parsed.question.version : null,
      runningSince: this.#running.get(slug)?.since.toISOString() ?? null,
      broke: this.#broke.get(slug) ?? null,
    }
  }

  /** Resolves when no audit of the question is under way. */
  async settled(slug: string): Promise<void> {
    await this.#running.get(slug)?.ended
  }

  async #run(definition: QuestionDefinition): Promise<void> {
    try {
      await storeAuditReport(query, await this.#audit(definition, this.#executors))
    } catch (error) {
      console.error(`The audit of ${definition.slug} broke off:`, error)
      this.#broke.set(definition.slug, error instanceof Error ? error.message : String(error))
    }
  }
}
