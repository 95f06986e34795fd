import type { AccessRules } from '../rules.ts'
import { configKey } from './config-key.ts'
import { ownSettings } from './own-settings.ts'

/** The page on which a student begins an exam. */
export const examPage = (origin: string, examId: string) => `${origin}/exams/${examId}`

/** The settings that Safe Exam Browser is started with for an exam: those that staff uploaded, else our own. */
export function settingsFor(rules: AccessRules, origin: string, examId: string): string {
  return rules.configuration ?? ownSettings(examPage(origin, examId))
}

/** All Config Keys that are right for an exam: pasted ones, and that of the settings it is started with. */
export function configKeysFor(rules: AccessRules, origin: string, examId: string): string[] {
  return [...new Set([...rules.configKeys, configKey(settingsFor(rules, origin, examId))])]
}
