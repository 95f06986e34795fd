import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import { makePool } from '../../grader/audit/make-pool.ts'
import type { Executors } from '../../grader/backends/executor.ts'
import { startExecutors } from '../../grader/backends/ladder.ts'
import { type GradingRow, gradeBatch } from '../../grader/marking/grade-submission.ts'
import type { FieldGrading } from '../../grader/marking/verdict.ts'
import { operations } from '../../grader/operations/library.ts'
import type { QuestionDefinition } from '../../grader/question/definition.ts'
import { parseQuestion } from '../../grader/question/parse-question.ts'
import { shownId, type Variant, type VariantKey } from '../../grader/question/variant.ts'
import { rightAnswers } from './answer-sheet.ts'
import { choose } from './choose.ts'
import { plantedAnswers, turnsOf } from './planted-sheet.ts'
import { questionSheets } from './question-sheets.ts'
import type { Answers } from './sheet.ts'

const seeds = 5
const bank = join(import.meta.dirname, '../../questions/bank')

let executors: Executors
beforeAll(async () => {
  executors = await startExecutors()
}, 60_000)

function readQuestion(slug: string): QuestionDefinition {
  const parsed = parseQuestion(readFileSync(join(bank, `${slug}.md`), 'utf8'), slug, operations)
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ line, message }) => `${slug}.md:${line} ${message}`).join('\n'))
  return parsed.question
}

/** What the browser would send: options and lines by the ids under which this variant shows them. */
function asSaved(question: QuestionDefinition, variant: Variant, answers: Answers): Record<string, RawAnswer> {
  const saved: Record<string, RawAnswer> = {}
  for (const field of question.answers) {
    const texts =
      field.kind === 'choice'
        ? [...field.right, ...field.others].map((option) => option.markdown)
        : field.kind === 'order'
          ? [...field.lines, ...field.distractors]
          : []
    const shown = (variant.arrangement[field.name] ?? []).map((k, place) => ({ id: shownId(place), text: texts[k]! }))
    saved[field.name] = choose(answers[field.name]!, shown)
  }
  return saved
}

/** Words for what a field got, so that a failure reads like a marked sheet. */
function sentence({ field, verdict, score, named, cells, message }: FieldGrading): string {
  const name = named ? ` ${named.id}` : ''
  return `${field}: ${verdict}${name} ${score ?? ''} ${cells?.join(',') ?? ''} ${message ?? ''}`.trim()
}

describe.each(questionSheets.map((sheet) => sheet.slug))('%s', (slug) => {
  let question: QuestionDefinition
  let pool: { variant: Variant; key: VariantKey }[]

  beforeAll(async () => {
    question = readQuestion(slug)
    const made = await makePool(question, { count: seeds, seedPrefix: 'sheets', executors })
    pool = made.accepted
  }, 60_000)

  function row(id: string, { variant, key }: (typeof pool)[number], answers: Answers): GradingRow {
    return { id, variant, key, answers: asSaved(question, variant, answers) }
  }

  async function grade(rows: GradingRow[]): Promise<Map<string, Map<string, FieldGrading>>> {
    const graded = await gradeBatch(question, rows, executors)
    return new Map(graded.map(({ id, grading }) => [id, new Map(grading.fields.map((one) => [one.field, one]))]))
  }

  it('has variants that tell right from wrong', () => {
    expect(pool).toHaveLength(seeds)
  })

  function earns(id: string): number {
    const formulas = question.answers.flatMap((field) => (field.kind === 'formula' ? field.mistakes : []))
    return [...question.alternatives, ...formulas].find((one) => one.id === id)!.earns
  }

  it('gives the answer sheet full points in every computed part, and its prose to a person', async () => {
    const graded = await grade(pool.map((one) => row(one.variant.seed, one, rightAnswers(slug, one.variant.params))))
    expect(graded.size).toBe(seeds)
    const faults: string[] = []
    for (const [seed, fields] of graded) {
      for (const field of question.answers) {
        const got = fields.get(field.name)!
        const good = field.kind === 'text' ? got.verdict === 'review' && got.score === null : got.score === 1
        const rightly = field.kind === 'text' || got.verdict === 'right' || got.verdict === 'through'
        if (!good || !rightly || got.named) faults.push(`${seed} ${sentence(got)}`)
      }
    }
    expect(faults).toEqual([])
  })

  it('names every planted mistake, and judges what follows from it by itself', async () => {
    const sheets = pool.flatMap((one) =>
      Array.from({ length: turnsOf(slug) }, (_, turn) => ({
        id: `${one.variant.seed} turn ${turn}`,
        one,
        planted: plantedAnswers(slug, one.variant.params, turn),
      })),
    )
    const graded = await grade(sheets.map(({ id, one, planted }) => row(id, one, planted.answers)))
    const faults: string[] = []
    for (const { id, planted } of sheets) {
      for (const field of question.answers) {
        const got = graded.get(id)!.get(field.name)!
        const expected = planted.expectedNames[field.name]
        const good = expected
          ? got.named?.id === expected && got.score! >= earns(expected) && (got.score! < 1 || earns(expected) === 1)
          : got.verdict === 'review' || (got.score === 1 && !got.named)
        if (!good) faults.push(`${id}, expected ${expected ?? 'right'}: ${sentence(got)}`)
      }
    }
    expect(faults).toEqual([])
  })

  it('plants every mistake and convention of the question file', () => {
    const planted = new Set(
      questionSheets.find((sheet) => sheet.slug === slug)!.slips.flatMap((group) => group.map((slip) => slip.mistake)),
    )
    const known = [
      ...question.alternatives.flatMap(({ id, automatic }) => (automatic ? [] : [id])),
      ...question.answers.flatMap((field) => (field.kind === 'formula' ? field.mistakes.map(({ id }) => id) : [])),
    ]
    expect([...planted].sort()).toEqual(known.sort())
  })
})
