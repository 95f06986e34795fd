import type { Executors } from '../backends/executor.ts'
import { BackendLost } from '../backends/unavailable.ts'
import { sizeOf } from '../language/types.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import { judgedFields } from '../question/fields.ts'
import {
  asGrid,
  mistakeSteps,
  type PropertyField,
  type PropertyProgram,
  propertyFields,
} from '../question/property-program.ts'
import { isTooLarge, judgeProperty, type PropertyFacts } from './judge-property.ts'
import { ownValues } from './own-values.ts'
import { allHold, type Outcome } from './property/outcome.ts'
import { propertyProgramFor } from './property/program-for.ts'
import { type PropertyRun, runProperties } from './property/run-properties.ts'
import { fillingNumber } from './property/score.ts'
import { readComputed } from './reading.ts'
import type { Sheet } from './sheet.ts'
import { isTrivial } from './trivial.ts'

interface Work {
  sheet: Sheet
  facts: PropertyFacts
}

/** Judges the property fields of many sheets: one batch for all answers of a program, and one for what is not right. */
export async function judgeProperties(question: QuestionDefinition, sheets: readonly Sheet[], executors: Executors) {
  for (const field of propertyFields(question)) {
    const programs = new Map<PropertyProgram, Work[]>()
    for (const sheet of sheets) {
      const program = propertyProgramFor(question, field, sheet.row.variant)
      const work = { sheet, facts: factsOf(field, sheet, program.ok ? program.program.type.shape : []) }
      if (!program.ok) work.facts.broken = `The properties do not compile: ${program.problems[0]?.problem.message}`
      else if (programs.get(program.program)?.push(work) === undefined) programs.set(program.program, [work])
      if (!program.ok) settle(work)
    }
    for (const [program, all] of programs) await executeAll(question, field, program, all, executors)
  }
}

function factsOf(field: PropertyField, { row }: Sheet, shape: readonly number[]): PropertyFacts {
  const reading = readComputed(asGrid(field, shape), row.answers[field.name] ?? null, shape)
  const broken = row.key.broken[field.name] ?? null
  return { field, reading, broken, outcome: null, trivial: [], through: null, cheap: false, mistakes: new Map() }
}

function canBeExecuted({ field, reading, broken }: PropertyFacts): boolean {
  return reading.state === 'read' && broken === null && !reading.values.some((value) => isTooLarge(field, value))
}

function settle({ sheet, facts }: Work) {
  sheet.gradings.set(facts.field.name, judgeProperty(facts))
}

/** Where executing throws it is done again sheet by sheet, so that only the one that makes it fail is broken. */
async function executeAll(
  question: QuestionDefinition,
  field: PropertyField,
  program: PropertyProgram,
  all: readonly Work[],
  executors: Executors,
): Promise<void> {
  try {
    const read = all.filter(({ facts }) => canBeExecuted(facts))
    await execute(question, field, program, read, executors)
  } catch (error) {
    // not the fault of a sheet: all of it is graded again
    if (error instanceof BackendLost) throw error
    if (all.length > 1) {
      for (const one of all) await executeAll(question, field, program, [one], executors)
      return
    }
    for (const { facts } of all) {
      facts.broken = `The properties could not be executed: ${error instanceof Error ? error.message : error}`
    }
  }
  for (const work of all) settle(work)
}

async function execute(
  question: QuestionDefinition,
  field: PropertyField,
  program: PropertyProgram,
  all: readonly Work[],
  executors: Executors,
): Promise<void> {
  const mistakes = mistakeSteps(field)
  const run = (runs: readonly PropertyRun[], options: { also?: string[]; blame?: boolean }) =>
    runs.length === 0 ? [] : runProperties(question, field, program, runs, executors, options)
  const asked = ({ sheet, facts }: Work): PropertyRun => {
    return { variant: sheet.row.variant, answer: facts.reading.values }
  }
  const outcomes = await run(all.map(asked), { also: [...mistakes.values()], blame: false })
  const wanted: Wanted[] = []
  for (const [k, { sheet, facts }] of all.entries()) {
    const outcome = outcomes[k] as Outcome
    facts.outcome = outcome
    if (allHold(outcome)) continue
    facts.mistakes = new Map([...mistakes].map(([id, step]) => [id, outcome.all(step)]))
    wanted.push(...wantedFor(question, sheet, facts, sizeOf(program.type.shape)))
  }
  if (program.type.integer) {
    // nothing is rounded, so nothing was moved: what fails is executed again to see which cells it hangs on
    const failing = all.filter(({ facts }) => facts.outcome && !allHold(facts.outcome))
    const again = await run(failing.map(asked), {})
    for (const [k, { facts }] of failing.entries()) facts.outcome = again[k] ?? facts.outcome
  }
  const results = await run(
    wanted.map(({ run }) => run),
    { blame: false },
  )
  for (const [k, { use }] of wanted.entries()) use(results[k] as Outcome)
}

/** A further run, and what its outcome is good for. */
interface Wanted {
  run: PropertyRun
  use(outcome: Outcome): void
}

/** For an answer that is not right: what trivial answers come to, and what it is from the student's own values. */
function wantedFor(question: QuestionDefinition, sheet: Sheet, facts: PropertyFacts, size: number): Wanted[] {
  const { variant } = sheet.row
  const zeros = new Array<number>(size).fill(0)
  const filling = fillingNumber(facts.reading.values)
  const wanted = [zeros, ...(filling === null || filling === 0 ? [] : [zeros.map(() => filling)])].map(
    (answer): Wanted => ({ run: { variant, answer }, use: (outcome) => facts.trivial.push(outcome) }),
  )
  const sources = judgedFields(question).filter(({ name }) => facts.field.after.includes(name))
  const own = ownValues(sheet, sources)
  if (own.size === 0) return wanted
  let empty: Outcome | null = null
  return [
    ...wanted,
    { run: { variant, answer: zeros, own }, use: (outcome) => (empty = outcome) },
    {
      run: { variant, answer: facts.reading.values, own },
      use(outcome) {
        const easy = (empty && allHold(empty)) || sources.some(({ name }) => isTrivial(sheet.findings.get(name)))
        if (easy && allHold(outcome)) facts.cheap = true
        else facts.through = outcome
      },
    },
  ]
}
