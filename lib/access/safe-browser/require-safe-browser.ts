import type { Principal } from '../../auth/principal.ts'
import type { Gate } from '../rules.ts'
import { provenKey } from './keys.ts'
import { passedKey } from './passes.ts'

interface Problem {
  message: string
  /** for staff */
  detail: string
}

const elsewhere = 'Open this exam in Safe Exam Browser: go to its page and press “Start in Safe Exam Browser”.'
const otherSettings =
  'Safe Exam Browser runs with other settings than this exam’s. Quit it, then start it from the exam’s page.'

/**
 * Why a request may not come from the exam's Safe Exam Browser; null where it does. Its headers are proof for one address.
 * Browsers that cannot send them (macOS, iOS) proved their key once, when the exam's page was opened in this session. A
 * header that is there must be right, whatever was proven before.
 */
export async function safeBrowserProblem(
  { visit, sessionId }: Principal,
  examId: string,
  { configKeys, rules: { browserKeys } }: Gate,
): Promise<Problem | null> {
  const { configKeyHash = null, requestHash = null, url = '' } = visit ?? {}
  if (configKeys.length > 0 && provenKey(configKeyHash, url, configKeys)) return null
  if (browserKeys.length > 0 && provenKey(requestHash, url, browserKeys)) return null
  if (configKeyHash || requestHash) return { message: otherSettings, detail: 'its key is not one of the exam’s' }
  const passed = sessionId ? await passedKey(sessionId, examId) : null
  if (passed && [...configKeys, ...browserKeys].includes(passed)) return null
  return passed
    ? { message: otherSettings, detail: 'the key it proved is no longer one of the exam’s' }
    : { message: elsewhere, detail: 'no key was shown' }
}
