import type { Executors } from '../backends/executor.ts'
import type { OperationLibrary } from '../language/types.ts'
import type { QuestionDefinition } from '../question/definition.ts'
import type { Variant, VariantKey } from '../question/variant.ts'
import { checkExecutions, checkFinite, checkSeparation } from './check-keys.ts'
import { checkBlanks, checkPrompt } from './check-prompt.ts'
import { type Effort, effortOf } from './effort.ts'
import { type HonestStudents, honestProblems, simulateHonestStudents } from './honest-students.ts'
import { type OfferedSlips, offeredSlips } from './offered-slips.ts'
import { type TrivialAnswers, trivialProblems, tryTrivialAnswers } from './trivial-answers.ts'

/** What is examined: a question, variants of it with their keys, and what executes them. */
export interface Subject {
  definition: QuestionDefinition
  accepted: readonly { variant: Variant; key: VariantKey }[]
  executors: Executors
  library: OperationLibrary
}

/** What every check says when it has passed. */
export const checkWords = {
  separation: 'every mistake can be told from the truth and from every other one',
  finite: 'every value is finite',
  executions: 'the two executions agree',
  prompt: 'everything that the text prints has a value',
  blanks: 'every blank stands in the text exactly once',
  honest: 'whoever rounds as asked is right',
  trivial: 'blanks, zeros and ones earn nothing, and copying does not pay',
} as const

export type CheckName = keyof typeof checkWords

export interface Check {
  name: CheckName
  passed: boolean
  /** what is wrong, in sentences, the first few */
  problems: string[]
}

/** What was found out about accepted variants by working with them as students would. Plain JSON. */
export interface Examination {
  checks: Check[]
  honest: HonestStudents
  trivial: TrivialAnswers
  /** null where nothing is computed */
  effort: Effort | null
  slips: OfferedSlips
}

const mostProblems = 5

/** Examines variants that the audit has accepted: its own findings are looked at again, from the keys as they stand. */
export async function examine(subject: Subject): Promise<Examination> {
  const honest = await simulateHonestStudents(subject)
  const trivial = await tryTrivialAnswers(subject)
  const check = (name: CheckName, problems: string[]): Check => ({
    name,
    passed: problems.length === 0,
    problems: [...new Set(problems)].slice(0, mostProblems),
  })
  return {
    checks: [
      check('separation', checkSeparation(subject)),
      check('finite', checkFinite(subject)),
      check('executions', await checkExecutions(subject)),
      check('prompt', await checkPrompt(subject)),
      check('blanks', checkBlanks(subject.definition)),
      check('honest', honestProblems(honest)),
      check('trivial', trivialProblems(trivial)),
    ],
    honest,
    trivial,
    effort: await effortOf(subject),
    slips: offeredSlips(subject),
  }
}
