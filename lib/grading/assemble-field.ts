import type { Field } from '../../grader/answers/field.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { FieldGrading } from '../../grader/marking/verdict.ts'
import { roundPoints } from '../attempts/scale.ts'
import { renderSaid } from '../questions/render/said.ts'
import type { ReviewShown } from '../review/rubric/reviews-shown.ts'
import { acceptedBand } from './accepted.ts'
import type { Lookup, Reader, StoredQuestion } from './assemble-result.ts'
import { expectedAnswer } from './expected.ts'
import { fieldPoints } from './field-points.ts'
import { ownValues } from './own-values.ts'
import type { ResultField, Said, ShownProperty } from './result.ts'

/** A field's result as the reader may see it. */
export function assembleField(
  question: StoredQuestion,
  field: Field,
  scale: number,
  answers: Lookup<RawAnswer | null>,
  reviews: Lookup<ReviewShown>,
  reader: Reader,
): ResultField {
  const { key } = question
  const at = `${question.slug}.${field.name}`
  const authored = question.answers.find((candidate) => candidate.name === field.name)
  const points = roundPoints(field.points * scale)
  const graded = question.grading?.fields.find((candidate) => candidate.field === field.name) ?? null
  const review = reviews(at) ?? null
  const answer = answers(at) ?? null
  const computed = authored !== undefined && 'step' in authored
  return {
    name: field.name,
    answer,
    pages: reader.pages?.(at) ?? [],
    own: computed ? ownValues(answer, graded) : null,
    after: authored?.after ?? [],
    grading: shownGrading(graded, points, reader.staff),
    earned: fieldPoints(points, graded, review),
    ...expectedAnswer(field, authored, key),
    accepted: acceptedBand(authored, question, key),
    bands: reader.staff ? (key.bands[field.name] ?? null) : null,
    said: saidOf(graded, key),
    properties: propertiesOf(graded, key),
    messageNodes: field.kind === 'choice' && authorsMessage(graded) ? renderSaid(graded?.message ?? '', key) : null,
    review,
  }
}

/** Students do not see what is meant for staff; nobody needs twice what stands beside the grading. */
function shownGrading(grading: FieldGrading | null, points: number, staff: boolean): ResultField['grading'] {
  if (!grading) return null
  const { parsed: _parsed, named: _named, explained: _explained, properties: _properties, ...rest } = grading
  if (staff) return { ...rest, points }
  const { staffNote: _note, cheap: _cheap, ...shown } = rest
  return { ...shown, points }
}

function saidOf(grading: FieldGrading | null, key: StoredQuestion['key']): Said[] {
  const explained = grading?.explained?.length ? grading.explained : grading?.named ? [grading.named] : []
  return explained.flatMap(({ says, kind }) => (says && kind ? [{ kind, nodes: renderSaid(says, key) }] : []))
}

function propertiesOf(grading: FieldGrading | null, key: StoredQuestion['key']): ShownProperty[] | null {
  return grading?.properties?.map(({ says, held }) => ({ held, nodes: renderSaid(says, key) })) ?? null
}

/** A message on options is what their author says of them; one on what cannot be read is the reader's. */
function authorsMessage(grading: FieldGrading | null): boolean {
  return grading?.message !== undefined && (grading.verdict === 'wrong' || grading.verdict === 'partial')
}
