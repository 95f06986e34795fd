import type { ReviewCard } from '../card.ts'

/** A text of two points with two rubric items, as the server gives it. */
export function madeCard(n: number, more: Partial<ReviewCard> = {}): ReviewCard {
  return {
    submissionId: `s${n}`,
    field: 'gates.why',
    name: 'why',
    examQuestionId: 'q',
    code: `code ${n}`,
    why: 'text',
    possible: 2,
    computed: null,
    version: 0,
    question: {
      slug: 'gates',
      title: 'Gates',
      points: 3,
      earned: 1,
      paper: {
        slug: 'gates',
        title: 'Gates',
        points: 3,
        nodes: [{ tag: 'p', children: ['Compute ', { field: 'y' }] }],
        fields: [
          { name: 'y', label: 'The value', points: 1, kind: 'number', decimals: 2 },
          { name: 'why', label: 'Why', points: 2, kind: 'text', maximumLength: 100, upload: false },
        ],
      },
      solved: [],
      firstWrongStep: null,
      divergence: null,
      slips: [],
      fields: [
        {
          ...field('y'),
          answer: { kind: 'number', text: '1' },
          earned: 1,
          grading: { verdict: 'right', score: 1, points: 1 },
        },
        {
          ...field('why'),
          answer: { kind: 'text', markdown: 'Because.' },
          grading: { verdict: 'review', score: null, points: 2 },
        },
      ],
    },
    decidedBy: {},
    answerNodes: [{ tag: 'p', children: ['Because.'] }],
    rubric: {
      version: 0,
      base: 'zero',
      items: [
        { id: 'file-0', says: 'Names it', nodes: ['Names it'], amount: 1, unit: 'points' },
        { id: 'file-1', says: 'Says why', nodes: ['Says why'], amount: 0.5, unit: 'share' },
      ],
    },
    group: null,
    history: [],
    holder: null,
    ...more,
  }
}

const field = (name: string) => ({
  name,
  answer: null,
  own: null,
  after: [],
  grading: null,
  earned: null,
  expected: null,
  expectedNodes: null,
  accepted: null,
  bands: null,
  said: [],
  messageNodes: null,
  review: null,
  pages: [],
})
