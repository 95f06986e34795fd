import type { Principal } from '../auth/principal.ts'
import { requireRole } from '../auth/require.ts'
import { query } from '../db/query.ts'
import { courseOfExam } from '../exams/exam-course.ts'
import { Refusal } from '../http/refusal.ts'
import { askGrader } from '../questions/ask-grader.ts'
import type { BankEntry } from '../questions/preview.ts'
import type { RegradeProgress } from './regrade-progress.ts'
import { mayDecide, maySee } from './require-regrade.ts'

/** A question of the exam and what the bank has of it now. */
export interface RegradeOffer {
  slug: string
  title: string
  /** of the version that students are graded by */
  version: string
  /** what exams would get now, published or a file; null: nothing, or it cannot be read */
  offered: string | null
  changed: boolean
  /** why the file cannot be used */
  problem: string | null
}

export interface ExamRegrades {
  exam: { id: string; title: string }
  mayDecide: boolean
  submissions: number
  /** null while the grading process, which reads the bank, does not answer */
  offers: RegradeOffer[] | null
  /** newest first */
  regrades: (RegradeProgress & { askedBy: string; askedAt: string })[]
}

type Question = Pick<RegradeOffer, 'slug' | 'title' | 'version'>

function offer(question: Question, entry: BankEntry | undefined): RegradeOffer {
  const offered = entry?.version ?? null
  const [problem] = entry?.problems ?? []
  return {
    ...question,
    offered,
    changed: offered !== null && offered !== question.version,
    problem: problem ? `${question.slug}.md:${problem.line}:${problem.column}: ${problem.message}` : null,
  }
}

async function entriesNow(slugs: readonly string[]): Promise<BankEntry[] | null> {
  try {
    return await askGrader<BankEntry[]>('/questions', { slugs })
  } catch (error) {
    if (error instanceof Refusal && error.status === 503) return null
    throw error
  }
}

/** What of an exam could be regraded, and what was: for the staff of its course. */
export async function examRegrades(principal: Principal | null, examId: string): Promise<ExamRegrades> {
  const { role } = await requireRole(principal, await courseOfExam(examId), maySee)
  const [exams, questions, regrades] = await Promise.all([
    query<{ id: string; title: string; submissions: number }>(
      `SELECT e.id, e.title, (SELECT count(*)::int FROM attempt a JOIN submission s ON s.attempt_id = a.id
         WHERE a.exam_id = e.id) AS submissions FROM exam e WHERE e.id = $1`,
      [examId],
    ),
    query<Question>(
      `SELECT q.slug, v.title, v.version FROM exam_question q JOIN question_version v ON v.id = q.question_version_id
       WHERE q.exam_id = $1 ORDER BY q.position`,
      [examId],
    ),
    query<ExamRegrades['regrades'][number]>(
      `SELECT r.id, r.state, r.submissions, r.done, r.problem, p.name AS "askedBy", iso(r.asked_at) AS "askedAt"
       FROM regrade r JOIN person p ON p.id = r.asked_by WHERE r.exam_id = $1 ORDER BY r.asked_at DESC LIMIT 50`,
      [examId],
    ),
  ])
  const entries = await entriesNow(questions.map(({ slug }) => slug))
  const { submissions = 0, ...exam } = exams[0] ?? { id: examId, title: '' }
  const found = new Map(entries?.map((entry) => [entry.slug, entry]))
  return {
    exam,
    mayDecide: role === 'administrator' || mayDecide.includes(role),
    submissions,
    offers: entries && questions.map((question) => offer(question, found.get(question.slug))),
    regrades,
  }
}
