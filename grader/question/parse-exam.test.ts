import { describe, expect, it } from 'vitest'
import { parseExam } from './parse-exam.ts'

const source = `title: Twelve questions
course: Deep Learning
mode: exam
minutes: 180
window: { opens: "2026-01-01T00:00:00+01:00", closes: "2036-01-01T00:00:00Z" }
release: at-once
instructions: |
  Answer **all** questions.
questions:
  - { question: short-answers, points: 12 }
  - question: formulas
`

const quiz = `title: Practice
course: Deep Learning
mode: quiz
minutes: unlimited
attempts: unlimited
counts: best
checks: 3
navigation: forward
zone: Europe/Berlin
window: { opens: "2026-09-01T09:00:00+02:00" }
sections:
  - { title: Set, pick: 1, shuffle: true, questions: [{ question: a }, { question: b }] }
  - instructions: Go on.
    questions: [{ question: c, points: 2.5 }]
`

const problems = (text: string) => {
  const result = parseExam(text, 'exam')
  return result.ok ? [] : result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('an exam file', () => {
  it('is read; times become UTC', () => {
    const result = parseExam(source, 'deep-learning')
    expect(result.ok && result.exam).toMatchObject({
      slug: 'deep-learning',
      mode: 'exam',
      minutes: 180,
      window: { opens: '2025-12-31T23:00:00.000Z', closes: '2036-01-01T00:00:00.000Z' },
      release: 'at-once',
      questions: [
        { question: 'short-answers', points: 12, line: 10 },
        { question: 'formulas', points: null, line: 11 },
      ],
    })
  })

  it('may leave out what has a default', () => {
    const result = parseExam('title: T\ncourse: C\nminutes: 60\nquestions: [{ question: q }]', 'e')
    expect(result.ok && result.exam).toMatchObject({
      mode: 'exam',
      window: null,
      access: null,
      syncGraceSeconds: null,
      release: 'by-staff',
      instructions: '',
      zone: null,
      attempts: 1,
      counts: 'last',
      checks: 0,
      navigation: 'free',
      sections: null,
    })
  })

  it('may have sections, several attempts, checks and an order to keep', () => {
    const result = parseExam(quiz, 'e')
    expect(result.ok && result.exam).toMatchObject({
      minutes: null,
      attempts: null,
      counts: 'best',
      checks: 3,
      navigation: 'forward',
      zone: 'Europe/Berlin',
      window: { opens: '2026-09-01T07:00:00.000Z', closes: null },
      sections: [
        { title: 'Set', instructions: '', pick: 1, shuffle: true, questions: [{ question: 'a' }, { question: 'b' }] },
        { title: '', instructions: 'Go on.', pick: null, shuffle: false, questions: [{ question: 'c', points: 2.5 }] },
      ],
      questions: [{ question: 'a' }, { question: 'b' }, { question: 'c' }],
    })
  })

  it('may say from where it is taken, and with what', () => {
    const access = 'access: { code: blue-7, networks: [192.0.2.0/24, "2001:db8::/32"], safe_exam_browser: required }'
    const result = parseExam(source.replace('release:', `${access}\nrelease:`), 'e')
    expect(result.ok && result.exam.access).toEqual({
      code: 'blue-7',
      networks: ['192.0.2.0/24', '2001:db8::/32'],
      safeBrowser: true,
    })
  })

  it.each([
    [
      source.replace('release:', 'access: { safe_exam_browser: yes }\nrelease:'),
      '6:30 safe_exam_browser must be one of required.',
    ],
    [source.replace('minutes: 180', 'minutes: 0'), '4:10 minutes must be a number from 1 to 43200.'],
    [source.replace('minutes: 180\n', ''), '1:1 An exam needs “minutes”.'],
    [
      source.replace('minutes: 180', 'minutes: 180\nsync_grace_seconds: -1'),
      '5:21 sync_grace_seconds must be a whole number from 0 to 86400.',
    ],
    [source.replace('mode: exam', 'mode: exma'), '3:7 mode must be one of exam, quiz. Did you mean “exam”?'],
    [source.replace('2036', '2016'), '5:1 The window closes before it opens.'],
    [source.replace('00:00+01:00', '00:00'), '5:18 opens must be a time with its zone, such as 2026-09-01T09:00:00Z.'],
    [source.replace('question: formulas', 'question: short-answers'), '11:5 “short-answers” stands here twice.'],
    [source.replace('release:', 'relase:'), '6:1 An exam has no key “relase”. Did you mean “release”?'],
    [quiz.replace('pick: 1', 'pick: 3'), '12:25 pick is 3, and the section has 2.'],
    [quiz.replace('question: c', 'question: a'), '14:17 “a” stands here twice.'],
    [quiz.replace('attempts: unlimited', 'attempts: 0'), '5:11 attempts must be a whole number from 1 to 1000.'],
    [quiz.replace('Europe/Berlin', 'Europe/../x'), '9:7 zone must be a time zone such as Europe/Berlin.'],
    [quiz.replace('mode: quiz', 'mode: exam'), '7:1 Only a quiz has checks. Write mode: quiz.'],
    [`${quiz}questions: [{ question: d }]`, '15:1 An exam has questions or sections; put these into a section.'],
    [quiz.slice(0, quiz.indexOf('sections')), '1:1 An exam needs “questions” or “sections”.'],
    ['', '1:1 This is no exam file.'],
  ])('%#: what is wrong is told with its place', (text, expected) => {
    expect(problems(text).map((problem) => problem.slice(0, expected.length))).toContain(expected)
  })
})
