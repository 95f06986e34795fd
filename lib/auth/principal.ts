import type { Visit } from '../access/visit.ts'

/** Who is asking. What they may do is asked of the database each time: roles can be taken away. */
export interface Principal {
  personId: string
  name: string
  email: string
  /** the signing in this request belongs to */
  sessionId?: string | undefined
  /** from where and with what the request came; absent: nobody looked */
  visit?: Visit
}
