import { previewMarkdown } from '../../../questions/preview-markdown.ts'
import { previewQuestion } from '../../../questions/preview-question.ts'
import { questionAudit, startAudit } from '../../../questions/question-audit.ts'
import { but, signedIn, staffAnywhere } from '../gives.ts'
import { page, row } from '../row.ts'

/** The grading process, which has the files, is away here: who is let through hears that. */
const away = but(staffAnywhere, { unsat: 503, sat: 503 })
const audit = '/api/staff/v1/questions/[slug]/audit'

/** The bank of questions belongs to no course. */
export const questions = [
  row(previewMarkdown, signedIn, () => [{ markdown: '**x**' }], 'POST /api/exam/v1/preview'),
  row(previewQuestion, away, () => ['any', '1']),
  row(questionAudit, staffAnywhere, (w) => [w.slug], `GET ${audit}`),
  row(startAudit, away, (w) => [w.slug], { routes: [`POST ${audit}`], body: () => ({}) }),
]

export const questionPages = [page('/staff/questions', staffAnywhere), page('/staff/questions/[slug]', staffAnywhere)]
