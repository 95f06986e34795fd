import { expect, it } from 'vitest'
import { type BankFacts, type CheckName, checkPlan, isReady, type PlanFacts } from './check-plan.ts'

const question = (slug: string, more: Partial<BankFacts> = {}): BankFacts => ({
  slug,
  title: slug,
  points: 4,
  standing: 'usable',
  audit: 'sound',
  ...more,
})
const section = (slugs: string[], more: object = {}) => ({
  title: '',
  instructions: '',
  pick: null,
  shuffle: false,
  questions: slugs.map((slug) => ({ slug, points: null as number | null })),
  ...more,
})

const plan: PlanFacts['plan'] = {
  title: 'Final',
  instructions: 'Read first.',
  mode: 'exam',
  zone: 'UTC',
  opensAt: '2030-01-01T09:00:00.000Z',
  closesAt: '2030-01-01T12:00:00.000Z',
  durationSeconds: 7_200,
  syncGraceSeconds: 120,
  attemptsAllowed: 1,
  attemptCounts: 'last',
  checksAllowed: 0,
  navigation: 'free',
  release: 'by-staff',
  shows: null,
  releaseAt: null,
  requestsUntil: null,
  requestsAtMost: null,
  sections: [section(['a', 'b', 'c'], { title: 'Set', pick: 2 })],
}
const facts: PlanFacts = {
  plan,
  questions: ['a', 'b', 'c'].map((slug) => question(slug)),
  now: '2029-12-01T00:00:00.000Z',
  students: 30,
  poolSize: 12,
  access: { code: true, networks: false, safeBrowser: false },
  tried: 'now',
}
const found = (changed: PlanFacts, standing: 'bad' | 'warn') =>
  checkPlan(changed).flatMap((one) => (one.standing === standing ? [[one.name, ...one.which]] : []))
const planned = (changes: Partial<PlanFacts['plan']>): PlanFacts => ({ ...facts, plan: { ...plan, ...changes } })

it('is green where everything is as it should be', () => {
  expect(checkPlan(facts).filter(({ standing }) => standing !== 'good')).toEqual([])
  expect(isReady(checkPlan(facts))).toBe(true)
})

const withQuestions = (...questions: BankFacts[]): PlanFacts => ({ ...facts, questions })
const bad: [PlanFacts, CheckName, ...string[]][] = [
  [{ ...planned({ sections: [section([])] }), questions: [] }, 'questions'],
  [planned({ sections: [section(['a', 'b', 'c']), section([], { title: 'Empty' })] }), 'sections', 'Empty'],
  [planned({ sections: [section(['a', 'b', 'c'], { pick: 4 })] }), 'pick', '1'],
  [withQuestions(question('a'), question('b', { points: 5 }), question('c')), 'equal', 'Set'],
  [withQuestions(question('a'), question('b', { standing: 'absent' }), question('c')), 'bank', 'b'],
  [withQuestions(question('a'), question('b', { standing: 'draft' }), question('c')), 'bank', 'b'],
  [withQuestions(question('a'), question('b', { standing: 'unreadable' }), question('c')), 'bank', 'b'],
  [withQuestions(question('a', { standing: 'archived' }), question('b'), question('c')), 'bank', 'a'],
  [withQuestions(question('a'), question('b'), question('c', { audit: 'unsound' })), 'audit', 'c'],
  [planned({ closesAt: '2029-12-01T00:00:00.000Z', opensAt: null }), 'past'],
  [planned({ releaseAt: '2029-12-01T00:00:00.000Z' }), 'release'],
]
it.each(bad)('%#: what cannot be published is red: %o', (changed, ...expected) => {
  expect(found(changed, 'bad')).toEqual([expected])
  expect(isReady(checkPlan(changed))).toBe(false)
})

const warned: [PlanFacts, CheckName, ...string[]][] = [
  [planned({ instructions: ' ' }), 'instructions'],
  [withQuestions(question('a', { standing: 'unread', audit: 'never' }), question('b'), question('c')), 'unread', 'a'],
  [withQuestions(question('a'), question('b', { audit: 'never' }), question('c')), 'unaudited', 'b'],
  [withQuestions(question('a'), question('b', { audit: 'outdated' }), question('c')), 'unaudited', 'b'],
  [planned({ opensAt: null, closesAt: null }), 'window'],
  [planned({ closesAt: null, durationSeconds: null }), 'end'],
  [planned({ durationSeconds: 10_801 }), 'duration'],
  [planned({ attemptsAllowed: 2, release: 'at-once' }), 'attempts'],
  [planned({ attemptsAllowed: 13 }), 'pool'],
  [planned({ releaseAt: '2030-01-01T11:59:00.000Z' }), 'release'],
  [planned({ closesAt: null, releaseAt: '2031-01-01T00:00:00.000Z' }), 'release'],
  [{ ...facts, access: { code: false, networks: false, safeBrowser: false } }, 'access'],
  [{ ...facts, students: 0 }, 'students'],
  [{ ...facts, tried: 'never' }, 'trial'],
  [{ ...facts, tried: 'before' }, 'trial', 'before'],
]
it.each(warned)('%#: what one may want is pointed out: %o', (changed, ...expected) => {
  expect(found(changed, 'warn')).toEqual([expected])
  expect(isReady(checkPlan(changed))).toBe(true)
})

it('results at a time after the close are settled', () => {
  expect(found(planned({ releaseAt: '2030-01-01T12:00:00.000Z' }), 'warn')).toEqual([])
})

it('points that were given to a question are its points; a set of all its questions need not be alike', () => {
  const uneven = withQuestions(question('a'), question('b', { points: 5 }), question('c'))
  const questions = ['a', 'b', 'c'].map((slug) => ({ slug, points: 3 }))
  expect(found({ ...uneven, plan: { ...plan, sections: [{ ...section([]), pick: 2, questions }] } }, 'bad')).toEqual([])
  expect(found({ ...uneven, plan: { ...plan, sections: [section(['a', 'b', 'c'])] } }, 'bad')).toEqual([])
})
