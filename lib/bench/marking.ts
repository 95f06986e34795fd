import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { makePool } from '../../grader/audit/make-pool.ts'
import type { Executor, Executors } from '../../grader/backends/executor.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { classOf } from '../../grader/bench/planted/class.ts'
import { plantedFixtures } from '../../grader/bench/planted/fixtures.ts'
import { hasSeveralSteps, type PlantedFigures, type Share, simulate } from '../../grader/bench/planted/simulate.ts'
import { plantedAims, shareOf, totalsOf } from '../../grader/bench/planted/totals.ts'
import { gradeBatch } from '../../grader/marking/grade-submission.ts'
import { operations } from '../../grader/operations/library.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { parseExam } from '../../grader/question/parse-exam.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { type Figure, ms, printFigures } from './table.ts'

const STUDENTS = 2000
const EXAMS = 1000
const VARIANTS = 20

const content = path.resolve(import.meta.dirname, '../../questions')

/** Whether planted slips are found and nothing else is, and how many answers a second are graded in one batch. */
export async function marking(): Promise<void> {
  const executors = await startExecutors()
  await planted(executors)
  await throughput(executors)
}

async function planted(executors: Executors): Promise<void> {
  const questions = [...bank().filter(hasSeveralSteps), ...plantedFixtures()]
  const students = Math.ceil(STUDENTS / questions.length)
  const figures: PlantedFigures[] = []
  for (const question of questions) figures.push(await simulate(question, { students, variants: VARIANTS, executors }))
  const { firstWrong, recovered, unseen, honest, named } = totalsOf(figures)
  const slips = (k: number) => `${k + 1} slip${k === 0 ? '' : 's'}`
  printFigures(`Planted slips (${students * questions.length} students, ${questions.length} questions)`, [
    ...firstWrong.map((share, k) => ({
      what: `first wrong step right, ${slips(k)}`,
      value: percent(share),
      aim: `≥ ${100 * plantedAims.firstWrong} %`,
    })),
    ...recovered.map((share, k) => ({
      what: `slips recovered exactly, ${slips(k)}`,
      value: percent(share),
      ...(k === 0 ? { aim: `≥ ${100 * plantedAims.recovered} %` } : {}),
    })),
    { what: 'draws with a slip too small to see (drawn again)', value: percent(unseen) },
    { what: 'honest students fully right', value: percent(honest), aim: `≥ ${100 * plantedAims.honest} %` },
    { what: 'meaningless numbers given a name', value: percent(named), aim: `≤ ${100 * plantedAims.named} %` },
  ])
  printFigures(
    'The same by question: first wrong step and slips recovered (1 slip), honest, named',
    figures.map(({ question, ...each }) => ({
      what: question,
      value: [each.firstWrong[0]!, each.recovered[0]!, each.honest, each.named].map(percent).join('  '),
    })),
  )
}

/** A class sits the exam; every question is one batch. Processor time, so that a busy machine says the same. */
async function throughput(executors: Executors): Promise<void> {
  const lines: Figure[] = []
  const sum = { answers: 0, took: 0, wall: 0, float64: 0, tfjs: 0 }
  for (const question of exam()) {
    const { accepted } = await makePool(question, { count: VARIANTS, seedPrefix: 'class', executors })
    const rows = classOf(question, accepted, EXAMS)
    await gradeBatch(question, rows.slice(0, VARIANTS), executors)
    const float64 = timed(executors.float64)
    const tfjs = timed(executors.tfjs)
    const began = performance.now()
    const before = process.cpuUsage()
    await gradeBatch(question, rows, { ...executors, float64: float64.executor, tfjs: tfjs.executor })
    const { user, system } = process.cpuUsage(before)
    const took = (user + system) / 1000
    const answers = rows.reduce((so, row) => so + Object.values(row.answers).filter(Boolean).length, 0)
    lines.push({ what: question.slug, value: `${ms(took)}  ${perSecond(answers, took)}` })
    sum.answers += answers
    sum.took += took
    sum.wall += performance.now() - began
    sum.float64 += float64.milliseconds()
    sum.tfjs += tfjs.milliseconds()
  }
  printFigures(`gradeBatch, ${EXAMS} exams of ${lines.length} questions, ${sum.answers} answers, one process`, [
    ...lines,
    {
      what: 'all, processor time',
      value: `${ms(sum.took)}  ${perSecond(sum.answers, sum.took)}`,
      aim: '≥ 5,000/s a core',
    },
    { what: 'all, by the clock', value: `${ms(sum.wall)}  ${perSecond(sum.answers, sum.wall)}` },
    { what: '  of it executing in float64', value: ms(sum.float64) },
    { what: `  of it executing on ${executors.tfjs.name}`, value: ms(sum.tfjs) },
    { what: '  of it reading, judging, formulas, receipts', value: ms(sum.wall - sum.float64 - sum.tfjs) },
  ])
}

function timed(executor: Executor): { executor: Executor; milliseconds: () => number } {
  let milliseconds = 0
  return {
    executor: {
      name: executor.name,
      async run(plan, batch) {
        const began = performance.now()
        const run = await executor.run(plan, batch)
        milliseconds += performance.now() - began
        return run
      },
    },
    milliseconds: () => milliseconds,
  }
}

function bank(): QuestionDefinition[] {
  const files = readdirSync(path.join(content, 'bank')).filter((file) => file.endsWith('.md'))
  return files.sort().map((file) => questionOf(file.slice(0, -3)))
}

function exam(): QuestionDefinition[] {
  const parsed = parseExam(readFileSync(path.join(content, 'exams/deep-learning.yaml'), 'utf8'), 'deep-learning')
  if (!parsed.ok) throw new Error('the exam cannot be read')
  return parsed.exam.questions.map(({ question }) => questionOf(question))
}

function questionOf(slug: string): QuestionDefinition {
  const parsed = parseQuestion(readFileSync(path.join(content, 'bank', `${slug}.md`), 'utf8'), slug, operations)
  if (!parsed.ok) throw new Error(`${slug} cannot be read`)
  return parsed.question
}

const percent = (share: Share) => (share.of === 0 ? '–' : `${(100 * shareOf(share)).toFixed(1)} %`)
const perSecond = (count: number, milliseconds: number) =>
  `${Math.round((1000 * count) / milliseconds).toLocaleString('en')}/s`
