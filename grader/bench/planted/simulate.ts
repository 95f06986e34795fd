import { makePool } from '../../audit/make-pool.ts'
import type { Executors } from '../../backends/executor.ts'
import { type GradingRow, gradeBatch } from '../../marking/grade-submission.ts'
import type { QuestionGrading } from '../../marking/verdict.ts'
import type { QuestionDefinition } from '../../question/definition.ts'
import { judgedFields } from '../../question/fields.ts'
import { randomFrom } from '../../question/random.ts'
import type { Variant, VariantKey } from '../../question/variant.ts'
import { drawStudent } from './draw-slips.ts'
import { type Truth, truthOf } from './planted-slips.ts'
import { isRecovered, labelOf } from './recovered.ts'
import { type Sheet, type Student, workThrough } from './student.ts'
import { waysToBeWrong, wrongNumbers } from './wrong-numbers.ts'

export interface Share {
  hits: number
  of: number
}

export interface PlantedFigures {
  question: string
  /** by number of slips (index 0 is one slip) */
  firstWrong: Share[]
  recovered: Share[]
  /** draws with a slip that moves no box by more than its band, of all draws: nobody could see it, so it was drawn again */
  unseen: Share
  honest: Share
  /** boxes of random wrong numbers that were given a name */
  named: Share
}

export interface SimulationOptions {
  /** students with slips, and as many honest ones, and as many sheets with wrong numbers, for each question */
  students: number
  variants: number
  executors: Executors
  seed?: string
  /** told every grading that is not as it should be */
  onMiss?: (what: string, row: GradingRow, grading: QuestionGrading, truth?: Truth) => void
}

type Paper = { variant: Variant; key: VariantKey }
const mostDraws = 40

/** Whether a question is made of steps that follow from each other, or has several boxes at all. */
export function hasSeveralSteps(question: QuestionDefinition): boolean {
  return new Set(judgedFields(question).map(({ step }) => step)).size > 1
}

/** Simulated students of one question, graded in three batches: with slips, honest, and with numbers that mean nothing. */
export async function simulate(question: QuestionDefinition, options: SimulationOptions): Promise<PlantedFigures> {
  const { executors, variants, seed = 'planted' } = options
  const { accepted } = await makePool(question, { count: variants, seedPrefix: seed, executors })
  if (accepted.length === 0) throw new Error(`${question.slug} has no variant.`)
  return {
    question: question.slug,
    ...(await slipped(question, accepted, options)),
    honest: await honest(question, accepted, options),
    named: await meaningless(question, accepted, options),
  }
}

async function slipped(question: QuestionDefinition, papers: readonly Paper[], options: SimulationOptions) {
  const random = randomFrom(`${options.seed ?? 'planted'} slips ${question.slug}`)
  const unseen: Share = { hits: 0, of: 0 }
  const drawn = Array.from({ length: options.students }, (_, k) => {
    const paper = papers[k % papers.length]!
    for (let draw = 0; draw < mostDraws; draw++) {
      const student = drawStudent(question, paper.key, 1 + (k % 3), random)
      const sheet = workedOut(question, paper.variant, student)
      const truth = sheet && truthOf(question, paper, student, sheet)
      if (truth) tally(unseen, !truth.allSeen)
      if (sheet && truth?.allSeen) return { row: rowOf(`${k}`, paper, sheet.answers), student, truth }
    }
    return null
  }).filter((each) => each !== null)
  const graded = await gradeBatch(
    question,
    drawn.map(({ row }) => row),
    options.executors,
  )
  const firstWrong = [0, 1, 2].map((): Share => ({ hits: 0, of: 0 }))
  const recovered = [0, 1, 2].map((): Share => ({ hits: 0, of: 0 }))
  for (const [k, { row, student, truth }] of drawn.entries()) {
    const { grading } = graded[k]!
    const count = student.alternatives.length + student.wrongEntries.length - 1
    const first = grading.firstWrongStep === truth.firstWrongStep
    const exact = isRecovered(grading, truth)
    tally(firstWrong[count]!, first)
    tally(recovered[count]!, exact)
    if (!first) options.onMiss?.(`first wrong of ${count + 1}`, row, grading, truth)
    else if (!exact) options.onMiss?.(`recovered of ${count + 1}`, row, grading, truth)
  }
  return { firstWrong, recovered, unseen }
}

async function honest(question: QuestionDefinition, papers: readonly Paper[], options: SimulationOptions) {
  const rows = Array.from({ length: options.students }, (_, k) => {
    const paper = papers[k % papers.length]!
    const student = { alternatives: [], wrongEntries: [], roundsAll: Math.floor(k / papers.length) % 2 === 0 }
    return rowOf(`${k}`, paper, workThrough(question, paper.variant, student).answers)
  })
  const share: Share = { hits: 0, of: 0 }
  for (const [k, { grading }] of (await gradeBatch(question, rows, options.executors)).entries()) {
    const right = judgedFields(question).every(
      ({ name }) => grading.fields.find(({ field }) => field === name)?.score === 1,
    )
    tally(share, right && grading.slips === undefined)
    if (!right) options.onMiss?.('honest', rows[k]!, grading)
  }
  return share
}

/** Sheets with a random wrong number in one box, the others right; and sheets with nothing but random numbers. */
async function meaningless(question: QuestionDefinition, papers: readonly Paper[], options: SimulationOptions) {
  const random = randomFrom(`${options.seed ?? 'planted'} wrong ${question.slug}`)
  const fields = judgedFields(question)
  const rows = Array.from({ length: options.students }, (_, k) => {
    const paper = papers[k % papers.length]!
    const careful = { alternatives: [], wrongEntries: [], roundsAll: false }
    const { answers } = workThrough(question, paper.variant, careful)
    const way = waysToBeWrong[k % waysToBeWrong.length]!
    const chosen = Math.floor(k / waysToBeWrong.length) % 2 === 0 ? [fields[random.below(fields.length)]!] : fields
    const wrong = chosen.flatMap((field) => {
      const answer = wrongNumbers(question, paper.key, field, way, random)
      return answer ? [[field.name, answer] as const] : []
    })
    const row = rowOf(`${k} ${way}`, paper, { ...answers, ...Object.fromEntries(wrong) })
    return { row, boxes: new Set(wrong.map(([name]) => name)) }
  })
  const graded = await gradeBatch(
    question,
    rows.map(({ row }) => row),
    options.executors,
  )
  const share: Share = { hits: 0, of: 0 }
  for (const [k, { grading }] of graded.entries()) {
    const { row, boxes } = rows[k]!
    for (const field of grading.fields.filter((each) => boxes.has(each.field))) {
      const isNamed = (labelOf(field)?.ids.length ?? 0) > 0
      tally(share, isNamed)
      if (isNamed) options.onMiss?.(`named ${field.field}`, row, grading)
    }
  }
  return share
}

function workedOut(question: QuestionDefinition, variant: Variant, student: Student): Sheet | null {
  try {
    const sheet = workThrough(question, variant, student)
    const sizes = judgedFields(question).flatMap(({ kind, step }) => (kind === 'shape' ? sheet.values[step]!.data : []))
    const all = Object.values(sheet.values).flatMap(({ data }) => data)
    // nobody writes down a size below 0
    return all.every(Number.isFinite) && sizes.every((size) => size >= 0) ? sheet : null
  } catch {
    // two alternatives whose shapes do not fit each other
    return null
  }
}

function rowOf(id: string, paper: Paper, answers: GradingRow['answers']): GradingRow {
  return { id, ...paper, answers }
}

function tally(share: Share, hit: boolean): void {
  share.of += 1
  if (hit) share.hits += 1
}
