import type { GeneratorEntry } from '../../grader/question/outline/generator-manual.ts'
import type { Inspection, Range } from '../../grader/question/outline/inspection.ts'
import type { DocumentedKey } from '../../grader/question/outline/keys.ts'
import type { ResultQuestion } from '../grading/result.ts'
import type { FoundReport } from '../questions/audit.ts'
import type { QuestionPreview } from '../questions/preview.ts'

/** What is wrong in a text, what its names are and what stands where. */
export interface CheckAnswer extends Inspection {
  /** the version it would be */
  version: string
}

export interface CompletionOption {
  label: string
  kind: 'key' | 'value' | 'parameter' | 'step' | 'operation' | 'generator' | 'field' | 'figure' | 'snippet'
  detail: string
  doc: string
  /** put in place of the range; `${}` says where the cursor goes */
  insert: string
}

export interface Completion {
  range: Range
  options: CompletionOption[]
}

/** The words of question files, for completion and for reading up. */
export interface Language {
  operations: {
    name: string
    signature: string
    summary: string
    example: string
    types: string[]
    differentiable: boolean
    spellings: string[]
    common: boolean
  }[]
  syntax: { written: string; says: string; example: string }[]
  generators: GeneratorEntry[]
  keys: DocumentedKey[]
  kinds: { kind: string; says: string; example: string }[]
}

/** `asked`: the seed's own variant; `found`: drawn on from it; `refused`: what the audit refuses, as nothing else was found. */
export type Shown = 'asked' | 'found' | 'refused' | 'none'

export interface AuthoringPreview extends QuestionPreview {
  shown: Shown
  graded: ResultQuestion | null
}

export interface GradedPreview {
  graded: ResultQuestion
  seed: string
}

export interface SmallAudit {
  version: string
  /** null: the text has problems */
  report: FoundReport | null
  sound: boolean | null
  problems: Inspection['problems']
}

export type AuditStage = 'waiting' | 'drawing' | 'examining' | 'collisions' | 'ended'

/** A whole audit that somebody asked for, on its way. */
export interface FullAudit {
  auditId: string
  slug: string | null
  version: string
  state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  stage: AuditStage
  /** variants that were accepted, of those asked for */
  done: number
  of: number
  report: FoundReport | null
  sound: boolean | null
  /** the report is kept with the question */
  kept: boolean
  problem: string | null
}
