import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { ReviewCard } from '../../staff/review/card.ts'

export type RequestState = 'open' | 'answered' | 'withdrawn' | 'closed'

/** A request in the list of an exam. */
export interface ListedRequest {
  requestId: string
  /** stands for the student */
  code: string
  field: string
  question: string
  label: string
  state: RequestState
  askedAt: string
  /** seconds; null: it was never answered and waits no more */
  waited: number | null
  claimedBy: string | null
  answeredBy: string | null
  change: number | null
}

export interface RequestNumbers {
  requests: number
  answered: number
  granted: number
  medianWait: number | null
  points: number
}

export interface RequestStatistics {
  all: RequestNumbers
  parts: ({ field: string } & RequestNumbers)[]
  people: ({ name: string } & RequestNumbers)[]
}

export interface DeskMessage {
  seq: number
  act: 'ask' | 'reply' | 'answer' | 'withdraw' | 'close' | 'reopen'
  nodes: PaperNode[]
  at: string
  before: number | null
  after: number | null
  author: string | null
}

/** A request with all that is needed to answer it. */
export interface DeskRequest {
  requestId: string
  examId: string
  code: string
  seq: number
  state: RequestState
  until: string | null
  claim: { name: string; own: boolean; until: string } | null
  messages: DeskMessage[]
  card: ReviewCard
}
