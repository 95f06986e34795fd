import { readFileSync } from 'node:fs'
import { startExecutors } from '../backends/ladder.ts'
import { type Notation, parseFormula } from '../language/parse-formula.ts'
import { certifiedBy } from '../marking/formula/certified-by.ts'
import { Comparer } from '../marking/formula/comparer.ts'
import { guardedJudge } from '../marking/formula/guard/guarded-judge.ts'
import { type FormulaField, judgeFormula } from '../marking/formula/judge-formula.ts'
import { hostileFormulas } from '../marking/formula/testing/hostile.ts'
import { mutationSymbols, mutations } from '../marking/formula/testing/mutations.ts'
import { operations } from '../operations/library.ts'
import { parseQuestion } from '../question/parse-question.ts'

/** Milliseconds of processor time, as little as three tries took: what a busy machine adds is not the formula's. */
function cost(work: () => void): number {
  const spent = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...spent)
}

const symbols = mutationSymbols

function comparerWith(source: string): Comparer {
  const read = parseFormula(source, 'text', { symbols })
  if (!read.ok) throw new Error(read.problem.message)
  return new Comparer([read.value], symbols)
}

/** Reads a source and compares what it says; what is said of it. */
function judge(comparer: Comparer, source: string, notation: Notation): string {
  const read = parseFormula(source, notation, { symbols })
  return read.ok ? comparer.compare(0, comparer.open(read.value)).verdict : 'refused'
}

/** The hostile formula that took longest, and how many took longer than asked for. */
export function benchHostile(limit: number): { count: number; slowest: number; which: string; over: number } {
  const comparer = comparerWith('x')
  const times = hostileFormulas().map(({ source, notation }) => ({
    which: source.slice(0, 40),
    time: cost(() => judge(comparer, source, notation)),
  }))
  const [worst] = times.sort((a, b) => b.time - a.time)
  const over = times.filter(({ time }) => time > limit).length
  return { count: times.length, slowest: worst?.time ?? 0, which: worst?.which ?? '', over }
}

/** Damaged formulas, read and compared: how many a second, the slowest, and how many threw. */
export function benchMutations(count: number): {
  crashes: string[]
  read: number
  perSecond: number
  slowest: number
  which: string
} {
  const comparer = comparerWith('x^2 + y')
  const crashes: string[] = []
  let [read, slowest, which] = [0, 0, '']
  const started = performance.now()
  for (const { source, notation } of mutations(count, 'bench')) {
    const before = process.cpuUsage()
    try {
      if (judge(comparer, source, notation) !== 'refused') read += 1
    } catch (error) {
      crashes.push(`${notation} ${source}: ${error instanceof Error ? error.message : String(error)}`)
      continue
    }
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1000 <= slowest) continue
    // once may be the collector or the compiler
    const spent = cost(() => judge(comparer, source, notation))
    if (spent > slowest) [slowest, which] = [spent, source]
  }
  return { crashes, read, perSecond: (count * 1000) / (performance.now() - started), slowest, which }
}

/** What grading the formulas of questions costs, milliseconds of processor time for each answer: here, in the thread, on the backend. */
export async function benchGrading(files: readonly string[]): Promise<{ what: string; milliseconds: number }[]> {
  const executors = await startExecutors()
  const guard = guardedJudge()
  const fields = files.flatMap((file) => {
    const parsed = parseQuestion(readFileSync(file, 'utf8'), 'bench', operations)
    if (!parsed.ok) throw new Error(`${file} cannot be read.`)
    return parsed.question.answers.filter((field): field is FormulaField => field.kind === 'formula')
  })
  const spent = { first: 0, here: 0, thread: 0, backend: 0 }
  const answer = (source: string) => ({ notation: 'text' as const, source })
  // processor time of all threads
  const clock = async (work: () => unknown) => {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  let answers = 0
  for (const field of fields) {
    spent.first += await clock(() => judgeFormula(field, answer(field.source)))
    await guard.judge(field, answer(field.source))
    for (let i = 1; i <= 40; i++) {
      // an answer that nobody has given yet
      const source = `${field.source} + ${i} - ${i}`
      spent.here += await clock(() => judgeFormula(field, answer(source)))
      spent.thread += await clock(() => guard.judge(field, answer(source)))
      const judged = judgeFormula(field, answer(source))
      spent.backend += await clock(() => certifiedBy(executors.tfjs, field, judged))
      answers += 1
    }
  }
  await guard.stop()
  const each = (total: number) => total / answers
  return [
    { what: 'first answer to a field, references compiled', milliseconds: spent.first / fields.length },
    { what: 'a new answer, in this process', milliseconds: each(spent.here) },
    { what: 'a new answer, in the thread', milliseconds: each(spent.thread) },
    { what: `its second execution on ${executors.choice.backend}`, milliseconds: each(spent.backend) },
  ]
}
