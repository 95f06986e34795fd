import type { CorrectionNotice } from '../questions/versions/corrections/notices.ts'
import type { ClassStatistics } from '../release/class-statistics.ts'
import type { PointsChange } from '../release/points-changed.ts'
import type { Shows } from '../release/shows.ts'
import type { Result, ResultField, ResultQuestion } from './result.ts'

/** A result as its student may read it. */
export type ShownResult = Omit<Result, 'points' | 'questions'> & {
  questions: ShownQuestion[]
  /** null: not released */
  points: Result['points'] | null
  shows: Shows
  /** null: not released, or of too few */
  statistics: ClassStatistics | null
  /** changes of points since the result is to be read */
  changes: PointsChange[]
  /** what students were told of questions that were corrected since */
  corrections: CorrectionNotice[]
}

interface ShownQuestion extends ResultQuestion {
  fields: (ResultField & {
    /** somebody or something has decided on it, whether its points are shown or not */
    decided: boolean
  })[]
}

/** What was released of a result. It is made of what is named here, so that nothing new is shown by accident. */
export function conceal(result: Result, shows: Shows): ShownResult {
  const { exam, state, points, questions, receipt } = result
  return {
    exam,
    state,
    points: shows.points ? points : null,
    questions: questions.map((question) => concealQuestion(question, shows)),
    receipt,
    shows,
    statistics: null,
    changes: [],
    corrections: [],
  }
}

function concealQuestion(question: ResultQuestion, shows: Shows): ShownQuestion {
  const { slug, title, points, earned, paper, solved, firstWrongStep, divergence, slips, fields, receipt } = question
  return {
    slug,
    title,
    points,
    earned: shows.points ? earned : null,
    paper,
    solved: shows.solutions ? solved : [],
    firstWrongStep: shows.verdicts ? firstWrongStep : null,
    divergence: shows.verdicts ? divergence : null,
    slips: shows.verdicts ? slips : [],
    fields: fields.map((field) => concealField(field, shows)),
    // its seed draws the question again, and its digest tells a right sheet from others
    receipt: shows.expected ? receipt : null,
  }
}

function concealField(field: ResultField, shows: Shows): ShownQuestion['fields'][number] {
  const { name, answer, own, after, earned } = field
  const why = shows.verdicts && shows.expected
  return {
    name,
    answer,
    pages: shows.reviewed && shows.comments ? field.pages : withoutMarks(field.pages),
    own: why ? own : null,
    after,
    grading: shows.verdicts ? concealGrading(field.grading, shows) : null,
    earned: shows.points ? earned : null,
    decided: earned !== null,
    expected: shows.expected ? field.expected : null,
    expectedNodes: shows.expected ? field.expectedNodes : null,
    accepted: shows.expected ? field.accepted : null,
    bands: null,
    said: why ? field.said : [],
    properties: why ? field.properties : null,
    messageNodes: why ? field.messageNodes : null,
    review: concealReview(field.review, shows),
  }
}

/** The pages themselves are the student's own; what was drawn on them is a reviewer's comment. */
function withoutMarks(pages: ResultField['pages']): ResultField['pages'] {
  return pages.map(({ page, sheets }) => ({ page, sheets: sheets.map((sheet) => ({ ...sheet, layers: [] })) }))
}

function concealGrading(grading: ResultField['grading'], shows: Shows): ResultField['grading'] {
  if (!grading) return null
  const { field, kind, verdict, score, points, cells, message, through, firstWrong, counterexample, corrected } =
    grading
  // a comparer's sentence may name a right value; a reader's says why it could not read
  const said = shows.expected || verdict === 'unreadable' || verdict === 'empty' ? message : undefined
  return {
    field,
    kind,
    verdict,
    score: shows.points ? score : null,
    points,
    ...(cells ? { cells } : {}),
    ...(said ? { message: said } : {}),
    ...(shows.expected && through ? { through } : {}),
    ...(shows.expected && counterexample ? { counterexample } : {}),
    // it says what the points are
    ...(shows.points && corrected ? { corrected } : {}),
    ...(firstWrong === undefined ? {} : { firstWrong }),
  }
}

function concealReview(review: ResultField['review'], shows: Shows): ResultField['review'] {
  if (!review || !shows.reviewed) return null
  const points = shows.points ? review.points : null
  const comment = shows.comments ? review.comment : []
  // what is not ticked says nothing of the answer, and much of the right one
  const items = (shows.comments && review.points !== null ? review.items.filter((item) => item.ticked) : []).map(
    ({ nodes, points: worth }) => ({ nodes, points: shows.points ? worth : null, ticked: true }),
  )
  const { base, adjustment } = review
  if (points === null && comment.length === 0 && items.length === 0) return null
  return { points, comment, base, items, adjustment: shows.points ? adjustment : null }
}
