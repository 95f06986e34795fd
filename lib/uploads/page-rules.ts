import { phoneCameraAllowed } from '../access/rules.ts'
import { requireOwnAttempt } from '../attempts/facts.ts'
import type { Principal } from '../auth/principal.ts'
import { uploadLimits } from './limits.ts'

/** What the exam's page says before anything is sent. */
export interface PageRules {
  bytes: number
  pages: number
  /** a telephone may be used as the camera */
  phone: boolean
}

export async function pageRules(principal: Principal | null, attemptId: string): Promise<PageRules> {
  const { examId, personId } = await requireOwnAttempt(principal, attemptId)
  const { bytes, pages } = uploadLimits
  return { bytes, pages, phone: await phoneCameraAllowed(examId, personId) }
}
