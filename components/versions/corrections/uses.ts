/** An exam that uses a question. */
export interface QuestionUse {
  examId: string
  title: string
  course: string
  version: string
  behind: boolean
  untouched: boolean
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

/** How a question can be corrected in an exam: by what is published only where the exam has something else. */
export const policiesOf = ({ behind }: QuestionUse, version: string | null): Policy[] =>
  behind && version ? ['regrade', 'both', 'points'] : ['points']

/** What is asked for in one exam; `version` is what is published, as it was seen. */
export function correctionOf(use: QuestionUse, version: string | null, policy: Policy, fields: ReadonlySet<string>) {
  const given = policy === 'points'
  return {
    examId: use.examId,
    version: given ? use.version : version,
    policy,
    fields: given ? use.fields.map(({ name }) => name).filter((name) => fields.has(name)) : [],
  }
}

/** Where it is shown who gains and who loses by a correction. */
export const reportOf = (examId: string, regradeId: string) => `/staff/exams/${examId}/regrade?id=${regradeId}`
