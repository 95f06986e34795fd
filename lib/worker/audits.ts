import type { Executors } from '../../grader/backends/executor.ts'
import type { ParsedQuestion, QuestionDefinition } from '../../grader/question/definition.ts'
import { inTransaction, type Query, query } from '../db/query.ts'
import { notFound } from '../http/refusal.ts'
import type { AuditState, FoundReport } from '../questions/audit.ts'
import { readQuestion } from './bank.ts'
import { auditOf } from './desk/audit-of.ts'
import { storeAuditReport } from './store-audit-report.ts'

type Audit = (definition: QuestionDefinition, executors: Executors) => Promise<FoundReport>

interface Running {
  /** it is written down that somebody asked; ISO time of the database */
  begun: Promise<string>
  ended: Promise<void>
}

const interrupted =
  'the grading process was restarted before it was done, and nothing of it was kept. Start it once more.'

/**
 * Audits that somebody asked for. One runs at a time for a question; asking again joins it. It is written down that one
 * was asked for and how it ended, so that an audit whose process was stopped is told from one that never was. Nothing
 * resumes it by itself: what stopped the process may have been the audit.
 */
export class Audits {
  readonly #running = new Map<string, Running>()
  readonly #starting = new Map<string, Promise<AuditState>>()
  readonly #executors: Executors
  readonly #audit: Audit

  constructor(executors: Executors, audit: Audit = auditOf) {
    this.#executors = executors
    this.#audit = audit
  }

  /** Begins an audit of the question file as it is now, and does not wait for its end. Asked twice at once it begins once. */
  start(slug: string): Promise<AuditState> {
    const starting = this.#starting.get(slug) ?? this.#start(slug).finally(() => this.#starting.delete(slug))
    this.#starting.set(slug, starting)
    return starting
  }

  async #start(slug: string): Promise<AuditState> {
    const parsed = await readQuestion(slug)
    if (!parsed) throw notFound()
    if (parsed.ok && !this.#running.has(slug)) {
      const begun = noteBegin(parsed.question)
      const ended = begun.then(
        () => this.#run(parsed.question),
        () => {},
      )
      this.#running.set(slug, { begun, ended: ended.finally(() => this.#running.delete(slug)) })
    }
    return this.#stateOf(slug, parsed)
  }

  async state(slug: string): Promise<AuditState> {
    const parsed = await readQuestion(slug)
    if (!parsed) throw notFound()
    return this.#stateOf(slug, parsed)
  }

  async #stateOf(slug: string, parsed: ParsedQuestion): Promise<AuditState> {
    const version = parsed.ok ? parsed.question.version : null
    const runningSince = (await this.#running.get(slug)?.begun) ?? null
    return { version, runningSince, broke: runningSince === null ? await whyNone(slug) : null }
  }

  /** Resolves when no audit of the question is under way. */
  async settled(slug: string): Promise<void> {
    await this.#running.get(slug)?.ended
  }

  async #run(definition: QuestionDefinition): Promise<void> {
    try {
      const report = await this.#audit(definition, this.#executors)
      await inTransaction(async (run) => {
        await storeAuditReport(run, report)
        await noteEnd(run, definition.slug, null)
      })
    } catch (error) {
      console.error(`The audit of ${definition.slug} broke off:`, error)
      await noteEnd(query, definition.slug, error instanceof Error ? error.message : String(error)).catch(() => {})
    }
  }
}

async function noteBegin({ slug, version }: QuestionDefinition): Promise<string> {
  const [begun] = await query<{ since: string }>(
    `INSERT INTO audit_request (slug, version) VALUES ($1, $2)
     ON CONFLICT (slug) DO UPDATE SET version = $2, asked_at = clock_timestamp(), ended_at = NULL, problem = NULL
     RETURNING iso(asked_at) AS since`,
    [slug, version],
  )
  return begun?.since ?? ''
}

async function noteEnd(run: Query, slug: string, problem: string | null) {
  await run('UPDATE audit_request SET ended_at = clock_timestamp(), problem = $2 WHERE slug = $1', [slug, problem])
}

/** Why the last audit that somebody asked for left no report; null where it did, or where one was made since. */
async function whyNone(slug: string): Promise<string | null> {
  const [asked] = await query<{ ended: boolean; problem: string | null }>(
    `SELECT a.ended_at IS NOT NULL AS ended, a.problem FROM audit_request a WHERE a.slug = $1
     AND NOT EXISTS (SELECT 1 FROM audit_report r WHERE r.slug = a.slug AND r.created_at > a.asked_at)`,
    [slug],
  )
  if (!asked) return null
  return asked.ended ? asked.problem : interrupted
}
