import type { MessageKey } from '../messages/catalogue.ts'

/** One thing that was looked at before an exam is published. */
export interface ShownCheck {
  name: keyof typeof sentences
  standing: 'good' | 'warn' | 'bad'
  n: number
  which: string[]
}

interface Sentences {
  good: MessageKey
  warn?: MessageKey
  bad?: MessageKey
  /** where it is mended; null: nowhere here */
  page: 'edit' | 'trial' | 'access' | null
}

/** What is said of each, and where it is mended. */
export const sentences = {
  instructions: { good: 'checks.instructionsGood', warn: 'checks.instructionsWarn', page: 'edit' },
  questions: { good: 'checks.questionsGood', bad: 'checks.questionsBad', page: 'edit' },
  sections: { good: 'checks.sectionsGood', bad: 'checks.sectionsBad', page: 'edit' },
  pick: { good: 'checks.pickGood', bad: 'checks.pickBad', page: 'edit' },
  equal: { good: 'checks.equalGood', bad: 'checks.equalBad', page: 'edit' },
  bank: { good: 'checks.bankGood', bad: 'checks.bankBad', page: 'edit' },
  unread: { good: 'checks.unreadGood', warn: 'checks.unreadWarn', page: 'edit' },
  audit: { good: 'checks.auditGood', bad: 'checks.auditBad', page: 'edit' },
  unaudited: { good: 'checks.unauditedGood', warn: 'checks.unauditedWarn', page: null },
  past: { good: 'checks.pastGood', bad: 'checks.pastBad', page: 'edit' },
  window: { good: 'checks.windowGood', warn: 'checks.windowWarn', page: 'edit' },
  end: { good: 'checks.endGood', warn: 'checks.endWarn', page: 'edit' },
  duration: { good: 'checks.durationGood', warn: 'checks.durationWarn', page: 'edit' },
  attempts: { good: 'checks.attemptsGood', warn: 'checks.attemptsWarn', page: 'edit' },
  pool: { good: 'checks.poolGood', warn: 'checks.poolWarn', page: null },
  access: { good: 'checks.accessGood', warn: 'checks.accessWarn', page: 'access' },
  release: { good: 'checks.releaseGood', warn: 'checks.releaseWarn', bad: 'checks.releaseBad', page: 'edit' },
  students: { good: 'checks.studentsGood', warn: 'checks.studentsWarn', page: null },
  trial: { good: 'checks.trialGood', warn: 'checks.trialWarn', page: 'trial' },
} satisfies Record<string, Sentences>

export function sentenceOf({ name, standing, which }: ShownCheck): MessageKey {
  if (name === 'trial' && which.includes('before')) return 'checks.trialBefore'
  const known: Sentences = sentences[name]
  return known[standing] ?? known.good
}

export const argumentsOf = ({ n, which }: ShownCheck) => ({ n, which: which.join(', ') })
