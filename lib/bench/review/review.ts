import { median, quantile } from '../statistics.ts'
import { kB, ms, printFigures } from '../table.ts'
import { madeExam, madeReviewer, madeSubmissions } from './made-exam.ts'
import { measureReview, type ReviewFigures } from './measure.ts'
import { run, settle, withReviewDatabase } from './review-database.ts'

const questions = 10
const count = (value: number) => Math.round(value).toLocaleString('en')

function print(submissions: number, figures: ReviewFigures): void {
  const { next, save, overview, list, lastPage, bytes } = figures
  printFigures(`Review of ${count(submissions)} submissions × ${questions * 4} parts, server time, one reviewer`, [
    { what: 'next answer with its screen, p50', value: ms(median(next)), aim: '< 50 ms' },
    { what: 'next answer with its screen, p95', value: ms(quantile(next, 0.95)) },
    { what: 'save, p50', value: ms(median(save)) },
    { what: 'save, p95', value: ms(quantile(save, 0.95)) },
    { what: 'overview of all parts, p50', value: ms(median(overview)) },
    { what: 'overview of all parts, p95', value: ms(quantile(overview, 0.95)) },
    { what: 'list of a part, first page, p50', value: ms(median(list)) },
    { what: 'list of a part, last page, p50', value: ms(median(lastPage)) },
    { what: 'one answer as JSON', value: kB(bytes) },
  ])
}

/** How long a reviewer waits for the server, and how that grows with the class. */
export function review(root: string, sizes: readonly number[]): Promise<void> {
  return withReviewDatabase(root, async () => {
    const all: ReviewFigures[] = []
    for (const submissions of sizes) {
      const exam = await madeExam(run, `Class of ${submissions}`, questions)
      await madeSubmissions(run, exam, 0, submissions)
      await settle()
      const reviewer = { personId: await madeReviewer(run, exam, 'Tara'), name: 'Tara', email: '' }
      const figures = await measureReview(reviewer, exam.examId, `${exam.questions[0]?.slug}.why`)
      print(submissions, figures)
      all.push(figures)
    }
    const [small, large] = [all[0], all.at(-1)]
    if (!small || !large || small === large) return
    const grown = (key: 'next' | 'save' | 'overview') => `${(median(large[key]) / median(small[key])).toFixed(1)} ×`
    printFigures('Growth', [
      { what: 'submissions', value: `${(sizes.at(-1) ?? 0) / (sizes[0] ?? 1)} ×` },
      { what: 'next answer', value: grown('next') },
      { what: 'save', value: grown('save') },
      { what: 'overview', value: grown('overview') },
    ])
  })
}
