/** Who is asking. What they may do is asked of the database each time: roles can be taken away. */
export interface Principal {
  personId: string
  name: string
  email: string
  /** the signing in this request belongs to */
  sessionId?: string | undefined
}
