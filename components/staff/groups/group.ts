import type { Field } from '../../../grader/answers/field.ts'
import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { RawAnswer } from '../../../grader/answers/raw-answer.ts'
import type { CardRubric } from '../review/card.ts'

/** What a group is called. */
export interface GroupTitle {
  kind: string
  says: PaperNode[][]
  plain: string
  step?: string
  text?: string
  cells?: number[]
  relation?: string
  by?: string
}

export interface ShownAnswer {
  submissionId: string
  code: string
  printed: Field | null
  answer: RawAnswer | null
  nodes: PaperNode[] | null
}

export interface ShownGroup {
  id: string
  title: GroupTitle | null
  name: string | null
  size: number
  waiting: number
  computed: number
  decided: number
  alike: number
  mixed: boolean
  singly: number
  agree: number | null
  changed: boolean
  doubtful: boolean
  sample: ShownAnswer | null
}

export interface GroupMember {
  submissionId: string
  version: number
  decided: boolean
  points: number | null
  likeness: number
}

export interface GroupDetail {
  id: string
  possible: number
  rubric: CardRubric
  members: GroupMember[]
  answers: ShownAnswer[]
}

export interface GroupReviewed {
  stored: number
  points: number
  left: { submissionId: string; why: 'meanwhile' | 'decided' | 'moved' }[]
}

const part = (examId: string, field: string) => `/staff/exams/${examId}/groups/${encodeURIComponent(field)}`

/** The group that one answer is in. */
export interface GroupOfAnswer {
  id: string
  title: GroupTitle | null
  name: string | null
  size: number
}

/** All groups of a part. */
export const groupsAddress = part

export function groupAddress(examId: string, field: string, groupId: string): string {
  return `${part(examId, field)}/${encodeURIComponent(groupId)}`
}

/** What is asked of a part's groups by the browser. */
export function groupsApi(examId: string, field: string, rest: string): string {
  return `/api/staff/v1/exams/${encodeURIComponent(examId)}/groups/${encodeURIComponent(field)}/${rest}`
}
