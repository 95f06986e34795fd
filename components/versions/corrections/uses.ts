/** An exam that uses a question. */
export interface QuestionUse {
  examId: string
  title: string
  course: string
  version: string
  behind: boolean
  sitting: number
  submissions: number
  mayCorrect: boolean
  open: string | null
  fields: { name: string; label: string }[]
}

export type Policy = 'regrade' | 'both' | 'points'

export interface PastCorrection {
  regradeId: string
  examId: string
  exam: string
  policy: Policy
  state: 'running' | 'ready' | 'approving' | 'approved' | 'discarded' | 'failed'
  reason: string
  by: string
  at: string
}
