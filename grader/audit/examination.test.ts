import { beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../operations/library.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { parsed, questionWith, readSample } from '../question/testing/read-sample.ts'
import type { VariantKey } from '../question/variant.ts'
import { auditQuestion } from './audit-question.ts'
import { type CheckName, checkWords, type Examination, examine, type Subject } from './examination.ts'
import { makePool } from './make-pool.ts'
import { isSound } from './report.ts'
import { executorsWith, offAtTheEnd } from './testing/executors.ts'

async function subjectOf(source: string, count = 6): Promise<Subject> {
  const definition = parsed(source)
  const executors = executorsWith()
  const { accepted } = await makePool(definition, { count, seedPrefix: 's', executors })
  expect(accepted).toHaveLength(count)
  return { definition, accepted, executors, library: operations }
}

const failed = ({ checks }: Examination) => checks.filter(({ passed }) => !passed).map(({ name }) => name)
const problems = ({ checks }: Examination) => checks.flatMap((check) => check.problems).join('\n')

/** A subject whose keys were tampered with. */
function tampered(subject: Subject, change: (key: VariantKey) => Partial<VariantKey>): Subject {
  return {
    ...subject,
    accepted: subject.accepted.map(({ variant, key }) => ({ variant, key: { ...key, ...change(key) } })),
  }
}

function withDefinition(subject: Subject, change: Partial<QuestionDefinition>): Subject {
  return { ...subject, definition: { ...subject.definition, ...change } }
}

let gru: Subject
beforeAll(async () => {
  gru = await subjectOf(readSample('gru-step').replace('title:', 'slips: auto\ntitle:'))
})

describe('an examination', () => {
  it('passes a sound question in every check', async () => {
    const examination = await examine(gru)
    expect(problems(examination)).toBe('')
    expect(examination.checks.map(({ name }) => name)).toEqual(Object.keys(checkWords))
    expect(examination.honest.inside).toBe(examination.honest.answers)
    expect(examination.honest.answers).toBe(6 * 8 * 12)
    expect(examination.slips.made).toBeGreaterThan(15)
    expect(examination.slips.offered.smallest).toBeGreaterThan(10)
    expect(JSON.parse(JSON.stringify(examination))).toEqual(examination)
  })

  const sabotage: [CheckName, string, (subject: Subject) => Subject][] = [
    [
      'separation',
      'an alternative that is the truth',
      (subject) =>
        tampered(subject, ({ alternatives, expected }) => ({
          alternatives: { ...alternatives, 'swapped-update': { s_next: expected.s_next! } },
        })),
    ],
    [
      'separation',
      'an alternative that changes nothing',
      (subject) =>
        tampered(subject, ({ alternatives }) => ({ alternatives: { ...alternatives, 'swapped-update': {} } })),
    ],
    [
      'finite',
      'a value of an alternative that is no number',
      (subject) =>
        tampered(subject, ({ alternatives }) => ({
          alternatives: { ...alternatives, 'swapped-update': { s_next: { shape: [3], data: [1, Number.NaN, 1] } } },
        })),
    ],
    [
      'finite',
      'a band without end',
      (subject) => tampered(subject, ({ bands }) => ({ bands: { ...bands, o: [Infinity, 1, 1] } })),
    ],
    [
      'executions',
      'a backend that is wrong in the last row',
      (subject) => ({ ...subject, executors: executorsWith(offAtTheEnd()) }),
    ],
    [
      'prompt',
      'a value that is not finite',
      (subject) => withDefinition(subject, { body: `${subject.definition.body} {{1 / (x - x)}}` }),
    ],
    [
      'prompt',
      'a name that nothing has',
      (subject) => withDefinition(subject, { body: `${subject.definition.body} {{nobody}}` }),
    ],
    [
      'prompt',
      'braces that are not closed',
      (subject) => withDefinition(subject, { body: `${subject.definition.body} {{x` }),
    ],
    [
      'blanks',
      'a blank that stands twice',
      (subject) => withDefinition(subject, { body: `${subject.definition.body} :answer[o]` }),
    ],
    [
      'blanks',
      'a blank that is left out',
      (subject) => withDefinition(subject, { body: subject.definition.body.replace(':answer[o]', '') }),
    ],
    [
      'blanks',
      'a blank that nothing declares',
      (subject) => withDefinition(subject, { body: `${subject.definition.body} :answer[w]` }),
    ],
    [
      'honest',
      'a band that is too narrow',
      (subject) => tampered(subject, ({ bands }) => ({ bands: { ...bands, s_next: [0.0001, 0.0001, 0.0001] } })),
    ],
    [
      'trivial',
      'zeros that are named and earn',
      (subject) =>
        tampered(subject, ({ alternatives }) => {
          const slip = Object.keys(alternatives).find((id) => id.startsWith('slip-') && alternatives[id]?.o)
          return { alternatives: { ...alternatives, [slip!]: { o: { shape: [3], data: [0, 0, 0] } } } }
        }),
    ],
  ]
  it.each(sabotage)('fails in %s for %s', async (name, _what, break_) => {
    expect(failed(await examine(break_(gru)))).toContain(name)
  })

  it('tells how far an honest student is off', async () => {
    const narrow = tampered(gru, ({ bands }) => ({ bands: { ...bands, s_next: [0.0001, 0.0001, 0.0001] } }))
    const { honest, checks } = await examine(narrow)
    expect(honest.worst).toMatchObject({ field: 's_next', distance: expect.any(Number) })
    expect(honest.worst?.distance).toBeGreaterThan(2)
    expect(checks.find(({ name }) => name === 'honest')?.problems[0]).toMatch(
      /^\d+ of 576 answers that were only rounded are wrong; the worst, s_next of s-\d/,
    )
  })
})

describe('answers without work', () => {
  const lines = (expression: string, more = '') =>
    questionWith(`parameters:\n  x: decimals([5], -2, 9, 1)\nreference:\n  y: ${expression}${more}`)

  it('fails a question in which copying pays', async () => {
    const subject = await subjectOf(lines('2 x + 1', '\nslips: auto'), 8)
    const [slip = ''] = subject.definition.alternatives.map(({ id }) => id)
    const copies = subject.accepted.map(({ variant, key }) => {
      const alternatives = { ...key.alternatives, [slip]: { y: variant.params.x! } }
      return { variant, key: { ...key, alternatives } }
    })
    const examination = await examine({ ...subject, accepted: copies })
    expect(problems(examination)).toBe('A copy of x earns at y 50 % on average, in s-0 for one.')
  })

  it('takes no notice of what is right in a copy by luck', async () => {
    expect(failed(await examine(await subjectOf(lines('relu(x)'), 8)))).toEqual([])
  })

  it('fails a question whose answer is what was given', async () => {
    expect(failed(await examine(await subjectOf(lines('x'))))).toEqual(['trivial'])
  })

  it('lets an author give points for them', async () => {
    const mistake = '\nmistakes:\n  as-given: { steps: { y: x }, says: Not yet, earns: 0.2 }'
    const { trivial, checks } = await examine(await subjectOf(lines('2 x + 1', mistake)))
    expect(trivial.earning[0]).toMatchObject({ typed: 'a copy of x', score: 0.2, because: 'as-given' })
    expect(checks.every(({ passed }) => passed)).toBe(true)
  })

  it('lets an author pay for a property that something written has', async () => {
    const holds = `{ that: "W[1, 1] = 1", says: So., share: 0.3 }, { that: W x = x + q, says: So., share: 0.7 }`
    const field = `W: { kind: property, points: 1, shape: [2, 2], decimals: 2, holds: [${holds}], example: "[1, q[1] / x[2]; 0, 1 + q[2] / x[2]]" }`
    const lines = 'parameters:\n  x: decimals([2], 1, 3, 1)\n  q: decimals([2], 4, 9, 1)'
    const { trivial, checks } = await examine(await subjectOf(questionWith(lines, '{{x}} {{q}} :answer[W]', field)))
    const identity = { field: 'W', typed: 'the identity', score: 0.3, because: 'some properties' }
    expect(trivial.earning).toEqual(trivial.earning.map(() => expect.objectContaining(identity)))
    expect(trivial.earning).toHaveLength(trivial.variants)
    expect(checks.every(({ passed }) => passed)).toBe(true)
  })

  it('knows the fields in which one number is always right', async () => {
    const source = questionWith('parameters:\n  x: decimals([2, 3], -2, 2, 1)\nreference:\n  y: sum_rows(softmax(x))')
    const { trivial, checks } = await examine(await subjectOf(source))
    expect(trivial.earning.map(({ because }) => because)).toContain('always')
    expect(checks.every(({ passed }) => passed)).toBe(true)
  })

  it('draws a variant again in which they would be right', async () => {
    const one = 'parameters:\n  n: integer(1, 3)\nreference:\n  y: n / 2 + 0.5'
    const copied = 'parameters:\n  n: integer(1, 3)\n  k: integer(1, 3)\nreference:\n  y: n k'
    for (const [lines, why] of [
      [one, 'one number in every cell is right for y'],
      [copied, 'a copy of n is right for y'],
    ] as const) {
      const { report } = await makePool(parsed(questionWith(lines)), {
        count: 12,
        seedPrefix: 's',
        executors: executorsWith(),
      })
      expect(report.accepted).toBe(12)
      expect(report.components[0]?.rejections.map(({ detail }) => detail)).toContain(why)
    }
  })
})

describe('effort', () => {
  it('counts the digits to read and to write, and the operations that are work', async () => {
    const source = questionWith(
      'parameters:\n  n: integer(2, 2)\n  A: [0, 1; 2, 3]\n  x: [20, 5]\nreference:\n  u: A x\n  y: sigmoid(u / n)',
    )
    const { effort } = await examine({ ...(await subjectOf(source, 1)) })
    // 4 + 3 digits of A and x, 1 of n; of σ(2.5) = 0.924 and σ(27.5) = 1.000 four
    expect(effort?.digits.median).toBe(3 + 2 + 1 + 4)
    // 3 products, 2 quotients, 2 logistic functions
    expect(effort?.operations).toEqual({ smallest: 7, median: 7, largest: 7 })
  })

  it('differs from variant to variant', async () => {
    const source = questionWith(
      'parameters:\n  m: bits([6], 0.5)\n  x: decimals([6], 1, 9, 1)\nreference:\n  y: 3 x .* m',
    )
    const { effort } = await examine(await subjectOf(source, 8))
    expect(effort?.operations.largest).toBe(6)
    expect(effort?.digits.smallest).toBeLessThan(effort?.digits.largest ?? 0)
  })
})

it('is part of the audit of a question, which is not sound without it', async () => {
  const options = { count: 4, seedPrefix: 's', executors: executorsWith() }
  const sound = await auditQuestion(parsed(readSample('gru-step')), options)
  expect(isSound(sound.report)).toBe(true)
  expect((await makePool(parsed(readSample('gru-step')), options)).report.examination).toBeNull()
  const copying = parsed(questionWith('parameters:\n  x: decimals([3], 1, 9, 1)\nreference:\n  y: x'))
  const { report } = await auditQuestion(copying, options)
  expect(report.accepted).toBe(4)
  expect(isSound(report)).toBe(false)
})
