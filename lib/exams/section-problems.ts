import type { Query } from '../db/query.ts'

export interface SectionProblem {
  sectionId: string
  title: string
  problem: string
  /** of its questions */
  examQuestionIds: string[]
}

interface Row {
  id: string
  title: string
  pick: number
  questions: { id: string; points: number | null }[]
}

/**
 * Why papers drawn from an exam's sections would not be the same for everybody: a section that gives some of its questions
 * needs enough of them, all worth the same. Points that are the question's own are known once it is read.
 */
export async function sectionProblems(query: Query, examId: string): Promise<SectionProblem[]> {
  const rows = await query<Row>(
    `SELECT s.id, s.title, s.pick, coalesce(jsonb_agg(jsonb_build_object('id', q.id,
       'points', CASE WHEN q.own_points AND q.state <> 'ready' THEN NULL ELSE q.points END) ORDER BY q.position)
       FILTER (WHERE q.id IS NOT NULL), '[]') AS questions
     FROM exam_section s LEFT JOIN exam_question q ON q.section_id = s.id
     WHERE s.exam_id = $1 AND s.pick IS NOT NULL GROUP BY s.id ORDER BY s.position`,
    [examId],
  )
  return rows.flatMap(({ id, title, pick, questions }) => {
    const problem = problemOf(pick, questions)
    return problem ? [{ sectionId: id, title, problem, examQuestionIds: questions.map((question) => question.id) }] : []
  })
}

function problemOf(pick: number, questions: Row['questions']): string | null {
  if (questions.length < pick)
    return `This section gives ${pick} questions to each student and has ${questions.length}.`
  const points = [...new Set(questions.flatMap((question) => question.points ?? []))]
  // a section that gives all of its questions gives everybody the same
  if (questions.length === pick || points.length < 2) return null
  const given = points.toSorted((a, b) => a - b).join(', ')
  return `The questions of a section of which each student gets ${pick} must be worth the same points, and are worth ${given}.`
}
