import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseExam } from '../../../grader/question/parse-exam.ts'
import { readRules } from '../../access/rules.ts'
import { closePools } from '../../db/pool.ts'
import { query } from '../../db/query.ts'
import { freshDatabase } from '../../db/testing/database.ts'
import { makeScenario, type Scenario } from '../../db/testing/scenario.ts'
import { examPlan } from '../plan/exam-plan.ts'
import { isPlain, type Section } from '../plan/plan.ts'
import { settledRelease } from '../plan/release-plan.ts'
import { examFile } from './exam-file.ts'
import { examOfFile } from './exam-of-file.ts'
import { importExam } from './import-exam.ts'
import { writeExam } from './write-exam.ts'

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('- a', '"x', 'null', '12', '&a', '| b', 'a: b', '#', '1e3', '~', "it's"),
  )
  .filter((text) => text.isWellFormed() && !/[[{]/.test(text))
const prose = fc
  .oneof(
    fc.constant(''),
    fc.array(words, { maxLength: 4 }).map((lines) => lines.join('\n')),
  )
  .map((text) => (text.trim() === '' ? '' : text))
const title = words.map((text) => text.trim()).filter((text) => text !== '')
const points = fc.option(fc.integer({ min: 1, max: 4_000 }).map((quarters) => quarters / 4))
const count = fc.option(fc.integer({ min: 1, max: 1_000 }))
const moment = fc.option(fc.integer({ min: 0, max: 2 ** 31 }).map((seconds) => new Date(seconds * 1000).toISOString()))

const sections = fc
  .uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/), { minLength: 1, maxLength: 6 })
  .chain((slugs) =>
    fc
      .array(
        fc.record({
          title: prose.map((text) => text.trim().slice(0, 200)),
          instructions: prose,
          shuffle: fc.boolean(),
          pick: fc.boolean(),
          points,
        }),
        {
          minLength: 1,
          maxLength: slugs.length,
        },
      )
      .map((heads): Section[] =>
        heads.map(({ pick, points, ...head }, place) => {
          const own = slugs.filter((_, k) => k % heads.length === place)
          return { ...head, pick: pick ? own.length : null, questions: own.map((slug) => ({ slug, points })) }
        }),
      ),
  )

const flags = { verdicts: fc.boolean(), expected: fc.boolean(), solutions: fc.boolean(), statistics: fc.boolean() }
const shows = fc.record({ reviewed: fc.boolean(), comments: fc.boolean(), points: fc.constant(true), ...flags })

const plans = fc
  .record({
    title,
    instructions: prose,
    mode: fc.constantFrom('exam' as const, 'quiz' as const),
    zone: fc.option(fc.constantFrom('Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires')),
    opensAt: moment,
    closesAt: moment,
    durationSeconds: fc.option(fc.integer({ min: 60, max: 30 * 86_400 })),
    syncGraceSeconds: fc.integer({ min: 0, max: 86_400 }),
    attemptsAllowed: count,
    attemptCounts: fc.constantFrom('last' as const, 'best' as const),
    checksAllowed: count,
    navigation: fc.constantFrom('free' as const, 'forward' as const),
    release: fc.constantFrom('at-once' as const, 'by-staff' as const),
    shows: fc.option(shows),
    releaseAt: moment,
    requestsUntil: moment,
    requestsAtMost: count,
    sections,
  })
  .map((plan) => ({
    ...plan,
    checksAllowed: plan.mode === 'quiz' ? plan.checksAllowed : 0,
    ...settledRelease(plan.release, {
      ...plan,
      requestsUntil: (plan.requestsUntil ?? '') > (plan.releaseAt ?? '') ? plan.requestsUntil : null,
    }),
    closesAt: plan.opensAt && plan.closesAt && plan.opensAt >= plan.closesAt ? null : plan.closesAt,
  }))

const open = { code: null, networks: [], safeBrowser: false }

describe('an exam written into a file', () => {
  it('says the same when it is read', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const text = writeExam({ course: 'Deep Learning', plan, access: open })
        const parsed = parseExam(text, 'e')
        if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems)}\n${text}`)
        const {
          slug: _,
          questions,
          sections = [{ title: '', instructions: '', pick: null, shuffle: false, questions }],
          ...read
        } = examOfFile(parsed.exam)
        expect({ ...read, sections }).toEqual(plan)
        // and the same again, byte for byte
        expect(
          writeExam({ course: 'Deep Learning', plan: { ...plan, ...read, sections } as typeof plan, access: open }),
        ).toBe(text)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('one list of questions is written as one', () => {
    expect(isPlain([{ title: '', instructions: '', pick: null, shuffle: false, questions: [] }])).toBe(true)
    const plan = fc.sample(plans, { seed: 3, numRuns: 1 })[0]
    if (!plan) throw new Error('no plan')
    const one = { title: '', instructions: '', pick: null, shuffle: false, questions: [{ slug: 'a', points: 2 }] }
    const text = writeExam({ course: 'C', plan: { ...plan, sections: [one] }, access: open })
    expect(text).toContain('questions:\n  - question: a\n    points: 2\n')
    expect(text).not.toContain('sections')
  })
})

describe('a file that is taken in', () => {
  let people: Scenario
  beforeAll(async () => {
    await freshDatabase()
    people = await makeScenario()
  })
  afterAll(closePools)

  const source = `title: Practice
course: Whatever
mode: quiz
minutes: unlimited
sync_grace_seconds: 60
window:
  opens: 2026-09-01T07:00:00.000Z
zone: Europe/Berlin
attempts: unlimited
counts: best
checks: 3
navigation: forward
access:
  code: blue-7
  networks:
    - 192.0.2.0/24
release: at-once
results:
  shows:
    - points
    - verdicts
instructions: |
  Take your time.
sections:
  - title: Set
    pick: 1
    questions:
      - question: a
      - question: b
`

  it('becomes a draft of this course, with its rules of access; written again it is the same', async () => {
    const { examId } = await importExam(people.ines, people.courseId, { name: 'practice.yaml', source })
    expect(await examPlan(people.ines, examId)).toMatchObject({
      slug: 'practice',
      state: 'draft',
      plan: { title: 'Practice', checksAllowed: 3 },
    })
    expect(await readRules(examId)).toMatchObject({ code: 'blue-7', networks: ['192.0.2.0/24'] })
    const file = await examFile(people.ines, examId)
    expect(file).toEqual({ name: 'practice.yaml', text: source.replace('Whatever', 'Deep Learning') })
    const again = await importExam(people.ines, people.courseId, { name: 'practice.yaml', source })
    expect((await examPlan(people.ines, again.examId)).slug).toBe('practice-2')
  })

  it.each([
    ['mode: quiz', 'mode: quizz', 'Line 3, column 7: mode must be one of exam, quiz.'],
    ['Europe/Berlin', 'Europe/Nowhere', 'The time zone Europe/Nowhere is not known.'],
    ['192.0.2.0/24', 'not-a-network', ''],
    ['question: a', 'question: A B', ''],
    ['- points', '- marks', 'cannot be shown'],
    ['    - points\n    - verdicts', '    - comments', 'Choose what is shown'],
    ['title: Practice', `title: ${'x'.repeat(201)}`, ''],
  ])('is refused where %s is %s', async (good, bad, message) => {
    const taken = importExam(people.ines, people.courseId, { source: source.replace(good, bad) })
    await expect(taken).rejects.toMatchObject({ status: 422, message: expect.stringContaining(message) })
  })

  it('holds no question that is another course’s', async () => {
    const { courseId } = await makeScenario()
    await query('INSERT INTO question (slug, course_id) VALUES ($1, $2)', ['theirs', courseId])
    const taken = importExam(people.ines, people.courseId, {
      source: source.replace('question: a', 'question: theirs'),
    })
    await expect(taken).rejects.toMatchObject({ status: 422, code: 'not-usable', field: 'theirs' })
  })

  it('is not executed or expanded: aliases, tags and nesting are refused', async () => {
    for (const text of ['a: &x 1\nb: *x', 'title: !!js/function x', '['.repeat(5_000)])
      await expect(importExam(people.ines, people.courseId, { source: text })).rejects.toMatchObject({ status: 422 })
  })
})
