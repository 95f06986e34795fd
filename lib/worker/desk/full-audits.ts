import { randomUUID } from 'node:crypto'
import { isSound } from '../../../grader/audit/report.ts'
import { versionOf } from '../../../grader/question/parse-question.ts'
import type { FullAudit } from '../../authoring/desk-answers.ts'
import { inTransaction } from '../../db/query.ts'
import { notFound, Refusal } from '../../http/refusal.ts'
import { storeAuditReport } from '../store-audit-report.ts'
import { fullCount } from './audit-of.ts'
import type { Desk } from './desk.ts'

interface Known {
  audit: FullAudit
  person: string
  text: { source: string; slug: string }
  ended: Promise<void>
}

const mostKnown = 200
/** As long as one of these is wanted nobody else's audit of the same text is started. */
const open = (audit: FullAudit) => audit.state === 'waiting' || audit.state === 'running'

/** Whole audits of texts that somebody writes: how far each has come, and what it found. */
export class FullAudits {
  readonly #desk: Desk
  readonly #known = new Map<string, Known>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Begins one, and does not wait for its end; who asks for the same text meanwhile joins. `slug`: what it is kept under. */
  start(person: string, source: string, slug: string | null): FullAudit {
    const version = versionOf(source)
    const same = [...this.#known.values()].find(
      ({ audit }) => open(audit) && audit.version === version && audit.slug === slug,
    )
    if (same) return same.audit
    const audit: FullAudit = {
      auditId: randomUUID(),
      slug,
      version,
      state: 'waiting',
      stage: 'waiting',
      done: 0,
      of: fullCount,
      report: null,
      sound: null,
      kept: false,
      problem: null,
    }
    const text = { source, slug: slug ?? 'untitled' }
    const known: Known = { audit, person, text, ended: Promise.resolve() }
    known.ended = this.#run(known)
    this.#known.set(audit.auditId, known)
    this.#forget()
    return audit
  }

  state(auditId: string): FullAudit {
    const known = this.#known.get(auditId)
    if (!known) throw notFound()
    return known.audit
  }

  stop(auditId: string): FullAudit {
    const audit = this.state(auditId)
    if (open(audit)) {
      audit.state = 'stopped'
      this.#desk.interrupt(this.#known.get(auditId)?.text ?? { source: '', slug: '' })
    }
    return audit
  }

  /** Resolves when it is over. */
  async settled(auditId: string): Promise<void> {
    await this.#known.get(auditId)?.ended
  }

  async #run({ audit, person, text }: Known): Promise<void> {
    try {
      const report = await this.#desk.audit(text, person, (at) => {
        if (open(audit)) Object.assign(audit, at, { state: 'running' })
      })
      if (audit.state === 'stopped') return
      if (audit.slug !== null) await inTransaction((run) => storeAuditReport(run, report))
      Object.assign(audit, { report, sound: isSound(report), kept: audit.slug !== null, done: report.accepted })
      audit.state = 'done'
    } catch (error) {
      if (audit.state === 'stopped') return
      audit.state = 'failed'
      audit.problem = error instanceof Refusal ? error.message : 'The audit broke off: this is our fault.'
      if (!(error instanceof Refusal)) console.error('An audit at the desk broke off:', error)
    } finally {
      audit.stage = 'ended'
    }
  }

  #forget() {
    for (const [id, { audit }] of this.#known) {
      if (this.#known.size <= mostKnown) return
      if (!open(audit)) this.#known.delete(id)
    }
  }
}
