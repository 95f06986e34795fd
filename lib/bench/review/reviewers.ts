import { printFigures } from '../table.ts'
import { madeExam, madeReviewer, madeSubmissions } from './made-exam.ts'
import { run, withReviewDatabase } from './review-database.ts'
import { reviewTogether } from './together.ts'

const people = 20
const questions = 10
const count = (value: number) => value.toLocaleString('en')

/** Twenty reviewers at once, each `reviews` answers: none may be lost, decided twice or given to two. Fails where one is. */
export function reviewers(root: string, reviews: number): Promise<void> {
  return withReviewDatabase(root, async () => {
    const submissions = Math.ceil((people * reviews) / questions)
    const exam = await madeExam(run, 'Reviewed together', questions)
    await madeSubmissions(run, exam, 0, submissions)
    const all = []
    for (let k = 0; k < people; k++) {
      const name = `Reviewer ${k + 1}`
      all.push({ personId: await madeReviewer(run, exam, name), name, email: '' })
    }
    const sums = { acknowledged: 0, stored: 0, doubled: 0, lost: 0, shared: 0, conflicts: 0 }
    const began = performance.now()
    for (const { slug } of exam.questions) {
      const one = await reviewTogether(all, exam.examId, `${slug}.why`, submissions)
      for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += one[key]
    }
    const seconds = (performance.now() - began) / 1000
    printFigures(`${people} reviewers at once, ${count(submissions * questions)} answers`, [
      { what: 'acknowledged', value: count(sums.acknowledged) },
      { what: 'stored', value: count(sums.stored) },
      { what: 'lost', value: count(sums.lost), aim: '0' },
      { what: 'decided twice', value: count(sums.doubled), aim: '0' },
      { what: 'given to two at once', value: count(sums.shared), aim: '0' },
      { what: 'refused as decided meanwhile', value: count(sums.conflicts) },
      { what: 'reviews a second', value: count(Math.round(sums.acknowledged / seconds)) },
    ])
    const whole = sums.acknowledged === submissions * questions && sums.stored === sums.acknowledged
    if (!whole || sums.lost + sums.doubled + sums.shared > 0) process.exitCode = 1
  })
}
