import type { PaperNode } from '../../../grader/answers/paper.ts'
import type { Principal } from '../../auth/principal.ts'
import { query } from '../../db/query.ts'
import { readRelease } from '../../release/read-release.ts'
import { itemNodes } from './item-nodes.ts'
import { partRubric } from './part-rubric.ts'
import { type RequiredPart, requirePart } from './require-part.ts'
import type { Rubric, RubricItem } from './rubric.ts'
import { rubricYaml } from './rubric-yaml.ts'
import { standingReviews } from './standing-reviews.ts'

export interface ReadRubric {
  exam: { id: string; title: string }
  field: string
  title: string
  label: string
  /** most points of the part */
  possible: number
  version: number
  base: Rubric['base']
  /** how often each is ticked in the decisions that hold, and its text set */
  items: (RubricItem & { uses: number; nodes: PaperNode[] })[]
  /** decisions that hold on this part */
  reviewed: number
  /** what the question file says, to be taken over again */
  file: RubricItem[]
  /** the present rubric as a question file writes it */
  yaml: string
  /** newest first */
  versions: RubricEdition[]
  released: boolean
}

export interface RubricEdition extends Omit<Rubric, 'version'> {
  version: number
  person: string
  reason: string
  createdAt: string
  /** reviews that it changed */
  changed: number
}

async function editions({ examId, examQuestionId, field }: RequiredPart): Promise<RubricEdition[]> {
  return query<RubricEdition>(
    `SELECT v.version, v.base, v.items, p.name AS person, v.reason, iso(v.created_at) AS "createdAt",
       (SELECT count(*)::int FROM review_entry e JOIN review r ON r.submission_id = e.submission_id AND r.field = e.field
        WHERE e.exam_id = $3 AND e.field = $2 AND r.cause = 'rubric' AND r.cause_id = v.version::text) AS changed
     FROM rubric_version v JOIN person p ON p.id = v.person_id
     WHERE v.exam_question_id = $1 AND v.field = $2 ORDER BY v.version DESC`,
    [examQuestionId, field, examId],
  )
}

/** The rubric of a part, how often each item is used, and what it was before. */
export async function readRubric(principal: Principal | null, examId: string, field: string): Promise<ReadRubric> {
  const part = await requirePart(principal, examId, field)
  const { examQuestionId, title, label, ownPoints } = part
  const present = await partRubric(query, examQuestionId, field)
  const [reviews, { rubric: file }, versions, release] = await Promise.all([
    standingReviews(query, examId, field, present),
    partRubric(query, examQuestionId, field, 0),
    editions(part),
    readRelease(examId),
  ])
  const { rubric, possible } = present
  const uses = new Map<string, number>()
  for (const { ticked } of reviews) for (const id of ticked) uses.set(id, (uses.get(id) ?? 0) + 1)
  return {
    exam: { id: examId, title: part.exam },
    ...{ field, title, label, possible, versions },
    version: rubric.version,
    base: rubric.base,
    items: rubric.items.map((item) => ({ ...item, uses: uses.get(item.id) ?? 0, nodes: itemNodes(item.says) })),
    reviewed: reviews.length,
    file: file.items,
    yaml: rubricYaml(rubric, possible, ownPoints),
    released: release.all,
  }
}
