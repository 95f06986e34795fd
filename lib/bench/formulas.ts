import path from 'node:path'
import { benchGrading, benchHostile, benchMutations } from '../../grader/bench/formulas.ts'
import { ms, printFigures } from './table.ts'

const mutated = 200_000
const bank = path.resolve(import.meta.dirname, '../../questions/bank')
const questions = ['01-short-answers', '02-formulas', '07-choosing-block', '09-bias-variance']

/** What typed formulas cost: ordinary ones, hostile ones, and 200,000 damaged ones, of which none may crash. */
export async function formulas(): Promise<void> {
  const grading = await benchGrading(questions.map((name) => path.join(bank, `${name}.md`)))
  printFigures(
    'Formulas of the exam, processor time of each answer',
    grading.map(({ what, milliseconds }) => ({ what, value: ms(milliseconds) })),
  )
  const hostile = benchHostile(50)
  printFigures(`Hostile formulas (${hostile.count}), processor time`, [
    { what: 'slowest', value: ms(hostile.slowest), aim: '< 50 ms' },
    { what: `  it begins ${hostile.which}`, value: '' },
    { what: 'over 50 ms', value: String(hostile.over), aim: '0' },
  ])
  const { crashes, read, perSecond, slowest, which } = benchMutations(mutated)
  printFigures(`Damaged formulas (${mutated})`, [
    { what: 'crashes', value: String(crashes.length), aim: '0' },
    { what: 'of them read and compared', value: String(read) },
    { what: 'a second', value: String(Math.round(perSecond)) },
    { what: 'slowest', value: ms(slowest), aim: '< 50 ms' },
    { what: `  it is ${which.slice(0, 60)}`, value: '' },
  ])
  for (const crash of crashes.slice(0, 20)) console.log(`  ${crash}`)
  if (crashes.length > 0 || hostile.over > 0) process.exitCode = 1
}
