import type { ReadPlan } from '../plan/read-plan.ts'

/** What the bank says of a question of the plan. */
export interface BankFacts {
  slug: string
  title: string
  /** what its own fields add up to; null: not known */
  points: number | null
  /** absent: nobody of this course may use it; unread: not looked at yet; draft: nothing of it is published */
  standing: 'usable' | 'absent' | 'unread' | 'draft' | 'unreadable' | 'archived'
  /** of the version that would be published */
  audit: 'never' | 'sound' | 'unsound' | 'outdated'
}

export interface PlanFacts {
  plan: ReadPlan['plan']
  questions: BankFacts[]
  /** ISO */
  now: string
  students: number
  poolSize: number
  access: { code: boolean; networks: boolean; safeBrowser: boolean }
  /** whether somebody has handed a trial in: of this plan, or of an earlier one */
  tried: 'now' | 'before' | 'never'
}

export const checkNames = [
  'instructions',
  'questions',
  'sections',
  'pick',
  'equal',
  'bank',
  'unread',
  'audit',
  'unaudited',
  'past',
  'window',
  'end',
  'duration',
  'attempts',
  'pool',
  'access',
  'release',
  'students',
  'trial',
] as const
export type CheckName = (typeof checkNames)[number]

/** good: as it should be. warn: one may want it so. bad: it cannot be published like this. */
export interface Check {
  name: CheckName
  standing: 'good' | 'warn' | 'bad'
  /** of this many */
  n: number
  /** which ones */
  which: string[]
}

const check = (name: CheckName, standing: Check['standing'], which: string[] = [], n = which.length): Check => ({
  name,
  standing,
  n,
  which,
})

/** Bad where there are any, good where there are none. */
const none = (name: CheckName, which: string[], otherwise: 'bad' | 'warn' = 'bad'): Check =>
  check(name, which.length > 0 ? otherwise : 'good', which)

/** What has to be looked at before an exam is published. */
export function checkPlan(facts: PlanFacts): Check[] {
  return [...ofQuestions(facts), ...ofTime(facts), ...ofRules(facts)]
}

function ofQuestions({ plan, questions }: PlanFacts): Check[] {
  const known = new Map(questions.map((question) => [question.slug, question]))
  const name = ({ title }: { title: string }, place: number) => title || String(place + 1)
  const sections = plan.sections.map((section, place) => ({ ...section, name: name(section, place) }))
  const drawn = sections.filter(({ pick, questions }) => pick !== null && pick < questions.length)
  const worth = ({ slug, points }: { slug: string; points: number | null }) => points ?? known.get(slug)?.points ?? null
  const titled = (standing: readonly BankFacts['standing'][]) =>
    questions.filter((question) => standing.includes(question.standing)).map(({ title }) => title)
  const audited = (audit: readonly BankFacts['audit'][]) =>
    questions.filter((one) => one.standing === 'usable' && audit.includes(one.audit)).map(({ title }) => title)
  return [
    check('instructions', plan.instructions.trim() === '' ? 'warn' : 'good'),
    check('questions', questions.length === 0 ? 'bad' : 'good', [], questions.length),
    none(
      'sections',
      plan.sections.length > 1 || questions.length > 0
        ? sections.filter(({ questions }) => questions.length === 0).map(({ name }) => name)
        : [],
    ),
    none(
      'pick',
      sections.filter(({ pick, questions }) => pick !== null && pick > questions.length).map(({ name }) => name),
    ),
    none(
      'equal',
      drawn.filter((section) => new Set(section.questions.map(worth)).size > 1).map(({ name }) => name),
    ),
    none('bank', titled(['absent', 'draft', 'unreadable', 'archived'])),
    none('unread', titled(['unread']), 'warn'),
    none('audit', audited(['unsound'])),
    none('unaudited', audited(['never', 'outdated']), 'warn'),
  ]
}

function ofTime({ plan, now }: PlanFacts): Check[] {
  const { opensAt, closesAt, durationSeconds, mode } = plan
  const over = closesAt !== null && Date.parse(closesAt) <= Date.parse(now)
  const long = opensAt !== null && closesAt !== null ? (Date.parse(closesAt) - Date.parse(opensAt)) / 1000 : Infinity
  const endless = closesAt === null && durationSeconds === null && mode === 'exam'
  return [
    check('past', over ? 'bad' : 'good'),
    check('window', opensAt === null && closesAt === null ? 'warn' : 'good'),
    check('end', endless ? 'warn' : 'good'),
    check('duration', durationSeconds !== null && durationSeconds > long ? 'warn' : 'good'),
  ]
}

function ofRules({ plan, poolSize, access, students, tried, now }: PlanFacts): Check[] {
  const { attemptsAllowed, release, mode } = plan
  const several = attemptsAllowed !== 1
  return [
    check('attempts', mode === 'exam' && several && release === 'at-once' ? 'warn' : 'good'),
    check('pool', attemptsAllowed !== null && attemptsAllowed > poolSize ? 'warn' : 'good', [], poolSize),
    check('access', mode === 'exam' && !Object.values(access).includes(true) ? 'warn' : 'good'),
    check('release', releaseStanding(plan, now)),
    check('students', students === 0 ? 'warn' : 'good', [], students),
    check('trial', tried === 'now' ? 'good' : 'warn', tried === 'before' ? ['before'] : []),
  ]
}

/** Results at a time that is past would be there at once; before the close, while others sit it still. */
function releaseStanding({ releaseAt, closesAt }: PlanFacts['plan'], now: string): Check['standing'] {
  if (releaseAt === null) return 'good'
  if (Date.parse(releaseAt) <= Date.parse(now)) return 'bad'
  return closesAt === null || Date.parse(releaseAt) < Date.parse(closesAt) ? 'warn' : 'good'
}

/** Whether anything forbids publishing it. */
export const isReady = (checks: readonly Check[]): boolean => checks.every(({ standing }) => standing !== 'bad')
