import type { PaperNode, PaperQuestion } from '../../../grader/answers/paper.ts'
import type { FieldGrading } from '../../../grader/marking/verdict.ts'

const rubric = [
  { says: 'Names the **gate** that keeps the state.', points: 1 },
  { says: 'Says why: $1 - i_t$ weighs the old state.', points: 0.5 },
  { says: 'Gives an example.', points: 0.5 },
]

const printed = (html: string): PaperNode => ({ html: `<span class="katex">${html}</span>` })

/** As long as a question with a page of formulas. */
const body: PaperNode[] = Array.from({ length: 12 }, (_, k) => ({
  tag: 'p' as const,
  children: [
    `A recurrent cell of step ${k + 1} has the state `,
    printed('<span class="mord">s</span>'.repeat(24)),
    '.',
  ],
}))

/** A question of four parts: a number and three values that the grader decides, a formula that it may not, and a text. */
export function madeQuestion(slug: string, variant: number) {
  const paper: PaperQuestion = {
    slug,
    title: `Question ${slug}`,
    points: 6,
    nodes: [...body, { tag: 'p', children: ['Answer: ', ...['y', 'z', 'rule', 'why'].map((field) => ({ field }))] }],
    fields: [
      { name: 'y', label: 'Update gate', points: 1, kind: 'number', decimals: 2 },
      { name: 'z', label: 'New state', points: 2, kind: 'tensor', shape: [3], resizable: false, decimals: 2 },
      { name: 'rule', label: 'Rule', points: 1, kind: 'formula', symbols: [], functions: [], target: null },
      { name: 'why', label: 'Why', points: 2, kind: 'text', maximumLength: 4_000, upload: false },
    ],
  }
  const named = { after: [], upload: false, maximumLength: 4_000, solution: null }
  const definition = {
    slug,
    title: paper.title,
    decimals: 2,
    leniency: 1,
    answers: [
      { name: 'y', label: 'Update gate', points: 1, kind: 'number', step: 'y', decimals: 2, after: [] },
      { name: 'z', label: 'New state', points: 2, kind: 'tensor', step: 'z', decimals: 2, after: ['y'] },
      { name: 'rule', label: 'Rule', points: 1, kind: 'formula', source: 'x + 1', after: [] },
      { name: 'why', label: 'Why', points: 2, kind: 'text', rubric, ...named },
    ],
  }
  const key = {
    expected: { y: { shape: [], data: [variant] }, z: { shape: [3], data: [variant, 0.5, -0.25] } },
    deviation: { y: 0, z: 0 },
    bands: { y: [0.005], z: [0.005, 0.005, 0.005] },
    alternatives: {},
    solutions: {},
    broken: {},
  }
  return { paper, definition, key }
}

/** What a student answered; `n` says which one it is. */
export function madeAnswers(slug: string, n: number): Record<string, unknown> {
  const reasons = 'The update gate decides how much of the old state stays; where it is near one, nothing is forgotten.'
  return {
    [`${slug}.y`]: { kind: 'number', text: String(n % 3) },
    [`${slug}.z`]: { kind: 'tensor', shape: [3], cells: [String(n % 3), '0.5', n % 4 === 0 ? '0.25' : '-0.25'] },
    [`${slug}.rule`]: { kind: 'formula', notation: 'text', source: `x + ${n % 7}` },
    [`${slug}.why`]: { kind: 'text', markdown: `Answer ${n}. ${reasons} With $i_t = ${n % 9}$ it *keeps* $s_{t-1}$.` },
  }
}

/** What the grader made of them: every fifth formula is undecided, every text is. */
export function madeFields(n: number): FieldGrading[] {
  const right = n % 3 === 1
  const field = (name: string, kind: string, points: number, more: Partial<FieldGrading>): FieldGrading => ({
    field: name,
    kind,
    verdict: 'wrong',
    score: 0,
    points,
    ...more,
  })
  return [
    field('y', 'number', 1, right ? { verdict: 'right', score: 1 } : { firstWrong: true }),
    field('z', 'tensor', 2, n % 4 === 0 ? { cells: ['right', 'right', 'wrong'] } : { verdict: 'right', score: 1 }),
    field('rule', 'formula', 1, n % 5 === 0 ? { verdict: 'review', score: null } : { message: 'It differs at x = 2.' }),
    field('why', 'text', 2, { verdict: 'review', score: null }),
  ]
}
