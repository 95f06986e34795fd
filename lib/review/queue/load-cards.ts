import { pointScale, roundPoints } from '../../attempts/scale.ts'
import type { Query } from '../../db/query.ts'
import { assembleQuestion } from '../../grading/assemble-result.ts'
import { fieldPoints } from '../../grading/field-points.ts'
import { renderStudentMarkdown } from '../../questions/render/markdown.ts'
import { type ShownPage, shownPages } from '../../uploads/shown-pages.ts'
import { studentCodes } from '../blind/student-codes.ts'
import { type GroupOfAnswer, groupsOfAnswers } from '../groups/groups-of-answers.ts'
import { itemNodes } from '../rubric/item-nodes.ts'
import { partRubric } from '../rubric/part-rubric.ts'
import { plainReview } from '../rubric/reviews-shown.ts'
import { tickedIds } from '../rubric/rubric.ts'
import type { CardRubric, PastReview, ReviewCard } from './card.ts'
import { type StoredAnswer, type StoredDecision, storedAnswers } from './stored-answers.ts'

interface Wanted {
  examQuestionId: string
  /** 'slug.name' */
  field: string
  submissions: readonly string[]
  /** who asks: what they hold themselves is nobody else's */
  me: string
  /** false: nothing of what anybody decided so far */
  decisions?: boolean
}

/** Answers of one part in the order that was asked for; what is not there is left out. */
export async function loadCards(run: Query, wanted: Wanted): Promise<ReviewCard[]> {
  if (wanted.submissions.length === 0) return []
  const { examQuestionId, field, submissions, me } = wanted
  const alone = wanted.decisions === false
  const [stored, codeOf, { rubric }, groups, pages] = await Promise.all([
    storedAnswers(run, wanted),
    studentCodes(run, wanted),
    partRubric(run, examQuestionId, field),
    groupsOfAnswers(run, wanted, alone ? [] : submissions),
    shownPages(run, submissions, { me, others: alone ? 'hidden' : 'named' }),
  ])
  const readable = { ...rubric, items: rubric.items.map((item) => ({ ...item, nodes: itemNodes(item.says) })) }
  return (alone ? stored.map(unseen) : stored).map((answer) => {
    const { submissionId } = answer
    const beside: Beside = {
      code: codeOf(answer),
      group: groups.get(submissionId) ?? null,
      pages: (key) => pages(submissionId, key),
    }
    return cardOf({ ...answer, ...beside }, wanted, readable)
  })
}

/** What comes from elsewhere to an answer. */
interface Beside {
  code: string
  group: GroupOfAnswer | null
  pages: (key: string) => ShownPage[]
}

function unseen(answer: StoredAnswer): StoredAnswer {
  return { ...answer, version: 0, decisions: null, holder: null }
}

function cardOf(stored: StoredAnswer & Beside, { field, examQuestionId }: Wanted, rubric: CardRubric): ReviewCard {
  const { given, submissionId, why, version, holder, code, group, pages } = stored
  const name = field.slice(stored.slug.length + 1)
  const decisions = stored.decisions ?? []
  const newest = (key: string) => decisions.find((decision) => decision.field === key)
  const { receipt: _receipt, ...question } = assembleQuestion(
    { ...stored, solved: [] },
    (key) => given?.[key],
    (key) => {
      const decision = newest(key)
      return decision && plainReview(decision)
    },
    { staff: true, reviews: true, pages },
  )
  const printed = stored.paper.fields.find((one) => one.name === name)
  const possible = roundPoints((printed?.points ?? 0) * pointScale(stored.paper.fields, stored.points))
  const graded = stored.grading?.fields.find((one) => one.field === name) ?? null
  const answer = given?.[field] ?? null
  return {
    submissionId,
    field,
    name,
    examQuestionId,
    code,
    why,
    possible,
    computed: fieldPoints(possible, graded, null),
    version,
    question: { ...question, solved: [] },
    decidedBy: Object.fromEntries(
      stored.paper.fields.flatMap((part) => {
        const decision = newest(`${stored.slug}.${part.name}`)
        return decision?.points == null ? [] : [[part.name, decision.reviewer]]
      }),
    ),
    answerNodes: answer?.kind === 'text' ? renderStudentMarkdown(answer.markdown) : null,
    rubric,
    group,
    history: decisions.filter((decision) => decision.field === field).map(pastReview),
    holder,
  }
}

function pastReview({ field: _field, ...decision }: StoredDecision): PastReview {
  return {
    ...decision,
    rubric: tickedIds(decision.rubric),
    commentNodes: decision.comment ? renderStudentMarkdown(decision.comment) : [],
  }
}
