import { notFound } from '../../http/refusal.ts'
import { gateOf } from '../rules.ts'
import { publicOrigin } from '../visit.ts'
import { settingsFor } from './exam-keys.ts'

/**
 * The settings that Safe Exam Browser is started with for an exam. Anybody may fetch them, as it does so before anybody has
 * signed in; they hold the address of the exam's page and no secret of ours.
 */
export async function safeBrowserSettings(examId: string, url: string): Promise<string> {
  const { rules } = await gateOf(examId)
  if (!rules.safeBrowser) throw notFound()
  return settingsFor(rules, publicOrigin(url), examId)
}
