import { query } from '../../db/query.ts'
import { answerGroup } from '../../review/groups/answer-group.ts'
import { answerGroups } from '../../review/groups/answer-groups.ts'
import { reviewGroup } from '../../review/groups/review-group.ts'
import { madeTexts } from '../../review/groups/testing/made-texts.ts'
import { groupPart } from '../../worker/groups/group-part.ts'
import { sameFormulasOf } from '../../worker/groups/same-formulas.ts'
import { ms, printFigures } from '../table.ts'
import { madeExam, madeReviewer, madeSubmissions } from './made-exam.ts'
import { madeAnswers } from './made-question.ts'
import { run, withReviewDatabase } from './review-database.ts'

const count = (value: number) => Math.round(value).toLocaleString('en')

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const value = await work()
  return [performance.now() - started, value]
}

/** One part of a class: texts of every length, grouped, listed, and the largest group decided at once. */
async function measure(submissions: number): Promise<void> {
  const exam = await madeExam(run, `Groups of ${submissions}`, 1)
  const short = madeTexts(submissions)
  const long = madeTexts(submissions, 11)
  await madeSubmissions(run, exam, 0, submissions, (slug, n) => ({
    ...madeAnswers(slug, n),
    // a third of them are two answers in one
    [`${slug}.why`]: {
      kind: 'text',
      markdown: n % 3 === 0 ? `${short[n]?.markdown} ${long[n]?.markdown}` : (short[n]?.markdown ?? ''),
    },
  }))
  await query('VACUUM ANALYZE')
  const { id, slug } = exam.questions[0] ?? { id: '', slug: '' }
  const field = `${slug}.why`
  const me = { personId: await madeReviewer(run, exam, 'Tara'), name: 'Tara', email: '' }
  const [texts] = await timed(() => groupPart(id, field))
  const [values] = await timed(() => groupPart(id, `${slug}.z`))
  const [list, { groups }] = await timed(() => answerGroups(me, exam.examId, field))
  const largest = groups[0]
  if (!largest) throw new Error('There are no groups.')
  const [open, detail] = await timed(() => answerGroup(me, { examId: exam.examId, field, groupId: largest.id }))
  const answers = detail.members.map(({ submissionId, version }): [string, number] => [submissionId, version])
  const body = { group: largest.id, answers, rubric: ['file-0'], rubricVersion: 0 }
  const [decide, { stored }] = await timed(() => reviewGroup(me, exam.examId, field, body))
  const shared = groups.filter(({ size }) => size > 1)
  const inShared = shared.reduce((sum, { size }) => sum + size, 0)
  printFigures(`Groups of ${count(submissions)} answers to one part`, [
    { what: 'texts: read, grouped, stored', value: ms(texts), ...(submissions <= 2_000 ? { aim: '< 10 s' } : {}) },
    { what: 'values: read, grouped, stored', value: ms(values) },
    { what: 'groups of more than one', value: count(shared.length) },
    { what: '  answers in them', value: `${Math.round((100 * inShared) / submissions)} %` },
    { what: 'list of the groups, server time', value: ms(list) },
    { what: 'the largest group, opened', value: ms(open) },
    { what: `decided at once over ${count(stored)}`, value: ms(decide) },
  ])
}

/** Formulas that hundreds write in a hundred ways. */
function formulas(answers: number): void {
  const symbol = { aliases: [], latex: null, shape: [], domain: { low: 1, high: 9, integer: false } }
  const field = {
    name: 'f',
    symbols: [
      { name: 'n', ...symbol },
      { name: 'm', ...symbol },
    ],
    target: null,
  }
  const ways = (k: number) => [`n/2 - ${k}`, `(n - ${2 * k})/2`, `0.5 n - ${k}`, `m*n - ${k} m`, `m (n - ${k})`]
  const typed = Array.from({ length: answers }, (_, k) => ways(k % 40)[Math.floor(k / 40) % 5] ?? 'n')
  const started = performance.now()
  const found = sameFormulasOf(field)(typed.map((source) => ({ kind: 'formula', notation: 'text', source })))
  printFigures(`${count(answers)} formulas, ${new Set(typed).size} ways to write ${40 * 2} of them`, [
    { what: 'divided by what they say', value: ms(performance.now() - started) },
    { what: 'classes', value: count(new Set(found).size), aim: '80' },
  ])
}

/** How long it takes until the answers to a part are in groups, and how that grows. */
export function groups(root: string, sizes: readonly number[]): Promise<void> {
  return withReviewDatabase(root, async () => {
    for (const submissions of sizes) {
      formulas(submissions)
      await measure(submissions)
    }
  })
}
