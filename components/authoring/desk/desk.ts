import type { ShownQuestion } from '../../result/result.ts'
import type { AuditReport } from '../../staff/audit/audit.ts'
import type { Preview } from '../preview/preview.ts'

/** Line and column count from 1; the end is not part of it. */
export interface Range {
  line: number
  column: number
  endLine: number
  endColumn: number
}

export interface Problem extends Range {
  message: string
  fix?: { label: string; insert: string }
}

export interface DeclaredName extends Range {
  name: string
  kind: 'parameter' | 'step' | 'field' | 'figure' | 'mistake' | 'convention'
  says: string
  asked: boolean
}

/** What stands at a place of the file, in words. */
export interface Spoken extends Range {
  says: string
}

/** What the desk says of a file as it stands. */
export interface CheckAnswer {
  version: string
  ok: boolean
  title: string | null
  problems: Problem[]
  names: DeclaredName[]
  spans: Spoken[]
}

export interface CompletionOption {
  label: string
  kind: 'key' | 'value' | 'parameter' | 'step' | 'operation' | 'generator' | 'field' | 'figure' | 'snippet'
  detail: string
  doc: string
  /** `${}` marks where the caret stands afterwards */
  insert: string
}

export interface CompleteAnswer {
  range: Range
  options: CompletionOption[]
}

/** The audit of a small pool, made as one types; no report while the file has problems. */
export interface SmallAudit {
  version: string
  report: AuditReport | null
  sound: boolean | null
}

export interface FullAudit {
  auditId: string
  version: string
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  done: number
  of: number
  stage: 'waiting' | 'drawing' | 'examining' | 'collisions' | 'ended'
  report: AuditReport | null
  sound: boolean | null
  problem: string | null
}

interface Answers {
  check: CheckAnswer
  complete: CompleteAnswer
  preview: Preview
  grade: { graded: ShownQuestion; seed: string }
  audit: SmallAudit
  audits: FullAudit
}

/**
 * What came of a question to the desk. superseded: another one took its place. Where this was the newest, the other had been
 * overtaken on its way, and it must be asked again.
 */
export type Asked<T> =
  | { ok: true; answer: T }
  | { ok: false; why: 'superseded' | 'away' | 'refused'; message: string | null }

const refusal = (why: 'superseded' | 'away' | 'refused', message: string | null = null) =>
  ({ ok: false, why, message }) as const

/** Asks the desk about a text. A newer question of the same kind replaces one that waits. */
export async function askDesk<K extends keyof Answers>(
  kind: K | `audits/${string}`,
  body: Record<string, unknown> | null,
  signal?: AbortSignal,
): Promise<Asked<Answers[K]>> {
  try {
    const response = await fetch(`/api/staff/v1/authoring/${kind}`, {
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      cache: 'no-store',
      ...(signal && { signal }),
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, answer: answer as Answers[K] }
    const error = (answer as { error?: { code?: string; message?: string } } | null)?.error
    if (error?.code === 'superseded') return refusal('superseded')
    if (response.status >= 500 || response.status === 429) return refusal('away', error?.message ?? null)
    return refusal('refused', error?.message ?? null)
  } catch {
    return refusal(signal?.aborted ? 'superseded' : 'away')
  }
}

/** When to ask again, in milliseconds, where no answer came; null where the answer is that there is none. */
export function askAgainAfter(why: 'superseded' | 'away' | 'refused'): number | null {
  return { superseded: 100, away: 2_000, refused: null }[why]
}
