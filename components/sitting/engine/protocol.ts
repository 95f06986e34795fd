import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'

/** What is saved under a key: an answer, the flag on a question, or null for a cleared answer. */
export type Saved = RawAnswer | { kind: 'flag'; on: boolean } | null

/** The student's exam path, version 1, as the browser sees it. Times are ISO strings of the server's clock. */
export interface AttemptState {
  id: string
  examId: string
  state: 'open' | 'closed'
  epoch: number
  serverNow: string
  /** null: the exam has no deadline */
  deadline: string | null
  startedAt: string
  submittedAt: string | null
  responses: Record<string, { epoch: number; revision: number; value: Saved }>
}

export interface Save {
  field: string
  revision: number
  opId: string
  value: Saved
}

/** How the attempt stands, said with every reply. */
export interface News {
  deadline: string | null
  state: 'open' | 'closed'
  epoch: number
}

export interface SavesReply extends News {
  serverNow: string
  results: SaveResult[]
}

export interface SaveResult {
  opId: string
  field: string
  outcome: 'applied' | 'duplicate' | 'superseded' | 'closed'
  epoch: number
  revision: number
  /** beside `closed`: it counts all the same, since it came within the exam's grace for devices that were offline */
  accepted?: boolean
}

/** What came of a request: an answer, a refusal for good, or trouble that may pass. */
export type Answered<T> =
  | { outcome: 'answered'; value: T }
  | { outcome: 'refused'; status: number; code: string; message: string; fields: string[] }
  | { outcome: 'trouble'; retryAfter: number | null }

export interface Transport {
  save(body: { epoch: number; saves: Save[] }, keepalive: boolean): Promise<Answered<SavesReply>>
  state(): Promise<Answered<AttemptState>>
  submit(body: { epoch: number; revisions: Record<string, number> }): Promise<Answered<{ submissionId: string }>>
  takeOver(): Promise<Answered<{ epoch: number }>>
}
