import type { AuditReport } from '../staff/audit/audit.ts'
import { type Sent, sendJson } from '../staff/send-json.ts'

export interface Problem {
  line: number
  column: number
  message: string
}

/** Where the way of a text to the exams stands: what is under way, or how it ended. */
export type Stage =
  | { at: 'idle' }
  | { at: 'saving' }
  | { at: 'auditing'; version: string; done: number; of: number }
  | { at: 'publishing'; version: string }
  | { at: 'kept'; version: string; missing: string[] }
  | { at: 'figures-missing'; files: string[] }
  | { at: 'published'; version: string }
  | { at: 'not-saved' }
  | { at: 'unreadable'; problems: Problem[] }
  | { at: 'unsound'; version: string; report: AuditReport }
  | { at: 'review-missing'; version: string }
  | { at: 'audit-broke'; reason: string }
  | { at: 'stopped' }
  | { at: 'failed'; reason: string | null }

interface FullAudit {
  auditId: string
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  done: number
  of: number
  report: AuditReport | null
  sound: boolean | null
  problem: string | null
}

interface Way {
  slug: string
  note: string
  /** saves what is typed; its revision, or null where it cannot be saved */
  flush: () => Promise<number | null>
  signal: AbortSignal
  onStage: (stage: Stage) => void
}

const audits = '/api/staff/v1/authoring/audits'
const every = 500
/** Questions in a row without an answer, after which it is given up. */
const mostMissed = 20

const failed = (sent: Sent): Stage => ({ at: 'failed', reason: sent.ok ? null : sent.message })

async function getJson<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path, { cache: 'no-store' })
    return response.ok ? ((await response.json()) as T) : null
  } catch {
    return null
  }
}

/** Keeps the text as a version. */
export async function keepVersion(way: Way): Promise<Stage> {
  way.onStage({ at: 'saving' })
  const revision = await way.flush()
  if (revision === null) return { at: 'not-saved' }
  const sent = await sendJson(`/api/staff/v1/questions/${way.slug}/versions`, { revision, note: way.note })
  if (sent.ok) {
    const { version, missingFigures } = sent.body as { version: string; missingFigures: string[] }
    return { at: 'kept', version, missing: missingFigures }
  }
  return sent.code === 'unreadable'
    ? { at: 'unreadable', problems: (sent.error?.problems ?? []) as Problem[] }
    : failed(sent)
}

/** Has a version audited in full, where it is not known to be sound; null where it is. */
async function auditVersion(way: Way, version: string): Promise<Stage | null> {
  const { slug, signal, onStage } = way
  onStage({ at: 'auditing', version, done: 0, of: 0 })
  const kept = await getJson<{ source: string; audit: string }>(`/api/staff/v1/questions/${slug}/versions/${version}`)
  if (!kept) return { at: 'failed', reason: null }
  if (kept.audit === 'sound') return null
  const sent = await sendJson(audits, { slug, source: kept.source })
  if (!sent.ok) return failed(sent)
  const address = `${audits}/${(sent.body as FullAudit).auditId}`
  const abandon = () => void sendJson(`${address}/stop`, {})
  signal.addEventListener('abort', abandon)
  const audit = await followed(address, sent.body as FullAudit, way, version)
  signal.removeEventListener('abort', abandon)
  if (audit === null) return { at: 'failed', reason: null }
  if (audit === 'stopped' || audit.state === 'stopped') return { at: 'stopped' }
  if (!audit.report) return { at: 'audit-broke', reason: audit.problem ?? '' }
  return audit.sound ? null : { at: 'unsound', version, report: audit.report }
}

/** An audit at its end; null where nothing is heard of it any more. */
async function followed(address: string, first: FullAudit, { signal, onStage }: Way, version: string) {
  let audit = first
  for (let missed = 0; audit.state === 'waiting' || audit.state === 'running'; ) {
    onStage({ at: 'auditing', version, done: audit.done, of: audit.of })
    await new Promise((resolve) => setTimeout(resolve, every))
    if (signal.aborted) return 'stopped'
    const next = await getJson<FullAudit>(address)
    if (next) audit = next
    missed = next ? 0 : missed + 1
    if (missed > mostMissed) return null
  }
  return audit
}

/** Keeps the text as a version, has it audited where that was not done, and publishes it. */
export async function publishText(way: Way): Promise<Stage> {
  const kept = await keepVersion(way)
  if (kept.at !== 'kept') return kept
  // an audit takes its time, and it would be refused after it
  return kept.missing.length > 0 ? { at: 'figures-missing', files: kept.missing } : publishKept(way, kept.version)
}

/** Publishes a version that is kept; it is audited first where that was not done, or was not sound. */
export async function publishKept(way: Way, version: string): Promise<Stage> {
  const ended = await auditVersion(way, version)
  if (ended) return ended
  way.onStage({ at: 'publishing', version })
  const sent = await sendJson(`/api/staff/v1/questions/${way.slug}/publish`, { version, note: way.note })
  if (sent.ok) return { at: 'published', version }
  if (sent.code === 'figures-missing') return { at: 'figures-missing', files: (sent.error?.files ?? []) as string[] }
  return sent.code === 'review-missing' ? { at: 'review-missing', version } : failed(sent)
}
