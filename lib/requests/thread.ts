import type { PaperNode } from '../../grader/answers/paper.ts'
import type { Query } from '../db/query.ts'
import { renderStudentMarkdown } from '../questions/render/markdown.ts'

/** What was said or done in a thread. */
export interface Message {
  seq: number
  act: 'ask' | 'reply' | 'answer' | 'withdraw' | 'close' | 'reopen'
  nodes: PaperNode[]
  at: string
  /** points that an answer found and left; both null in what is no answer */
  before: number | null
  after: number | null
}

export interface StaffMessage extends Message {
  /** who of the staff wrote it; null: the student */
  author: string | null
}

interface Row extends Omit<StaffMessage, 'nodes'> {
  requestId: string
  text: string
}

const ofStudent = ['ask', 'reply', 'withdraw']

/** The threads of these requests, each in the order in which it was said, with who of the staff said what. */
export async function threadsOf(run: Query, requestIds: readonly string[]): Promise<Map<string, StaffMessage[]>> {
  const rows = await run<Row>(
    `SELECT m.request_id AS "requestId", m.seq, m.act, m.text, iso(m.created_at) AS at, m.before, m.after, p.name AS author
     FROM review_request_message m JOIN person p ON p.id = m.person_id
     WHERE m.request_id = ANY($1) ORDER BY m.request_id, m.seq`,
    [requestIds],
  )
  const threads = new Map<string, StaffMessage[]>(requestIds.map((id) => [id, []]))
  for (const { requestId, text, author, ...message } of rows) {
    const nodes = text ? renderStudentMarkdown(text) : []
    threads.get(requestId)?.push({ ...message, nodes, author: ofStudent.includes(message.act) ? null : author })
  }
  return threads
}
