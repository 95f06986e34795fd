import { oneLine } from './one-line.ts'

/** Why a mail could not be sent, for staff, and whether another try could end otherwise. */
export interface Failure {
  problem: string
  final: boolean
}

/**
 * What the server refuses for good about this very mail (a 5xx to its sender, its recipient or its content) is final. A
 * server that is away, busy, or does not let us in may be there later, or its settings put right.
 */
export function failureOf(error: unknown): Failure {
  const {
    responseCode = 0,
    code = '',
    response = '',
    message,
  } = (error instanceof Error ? error : {}) as {
    responseCode?: number
    code?: string
    response?: string
    message?: string
  }
  const about = ['EENVELOPE', 'EMESSAGE'].includes(code)
  const words = code === 'ETLS' ? `No encrypted connection: ${message}` : response || message || String(error)
  return { problem: oneLine(words, 500), final: about && responseCode >= 500 }
}
