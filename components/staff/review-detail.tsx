import type { PaperNode, PaperQuestion } from '../../grader/answers/paper.ts'
import type { RawAnswer } from '../../grader/answers/raw-answer.ts'
import type { Translate } from '../messages/catalogue.ts'
import { Paper } from '../paper/paper.tsx'
import { RawAnswerText } from './raw-answer-text.tsx'
import { ReviewForm } from './review-form.tsx'
import type { Rubric } from './rubric-points.ts'
import { StaffSection } from './staff-heading.tsx'
import { When } from './when.tsx'

interface Past {
  version: number
  reviewer: string
  points: number | null
  comment: string
  rubric: string[]
  reason: string
  createdAt: string
}

export interface Detail {
  submissionId: string
  field: string
  label: string
  why: string
  points: number
  answer: RawAnswer | null
  answerNodes: PaperNode[] | null
  paper: PaperQuestion
  rubric: Rubric
  grading: { verdict: string; score: number | null; message?: string; staffNote?: string } | null
  history: Past[]
  version: number
}

/** One answer beside its question and its rubric: read, score, go on. */
export function ReviewDetail(props: { entry: Detail; locale: string; zone: string; t: Translate; next: string }) {
  const { entry, locale, zone, t } = props
  const latest = entry.history[0]
  const labels = new Map(entry.paper.fields.map((field) => [field.name, field.label]))
  const note = entry.grading?.staffNote ?? entry.grading?.message
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <h2 className="mb-3 text-lead font-semibold">{t('staff.theAnswer')}</h2>
        {entry.answerNodes ? <Paper nodes={entry.answerNodes} /> : <RawAnswerText answer={entry.answer} t={t} />}
        {note ? (
          <p className="interface mt-4 text-soft">
            {t('staff.byGrader')}: {note}
          </p>
        ) : null}
        <details className="mt-8 border-t border-rule pt-4">
          <summary className="interface text-accent">{t('staff.theQuestion')}</summary>
          <div className="mt-4 max-w-measure">
            <Paper
              nodes={entry.paper.nodes}
              drawField={(name) => (
                <span className={`eyebrow ${entry.field.endsWith(`.${name}`) ? 'bg-wash text-accent' : ''}`}>
                  [{labels.get(name) ?? name}]
                </span>
              )}
            />
          </div>
        </details>
        {entry.history.length > 0 ? (
          <StaffSection title={t('staff.history')}>
            <ul className="interface flex flex-col gap-3">
              {entry.history.map((past) => (
                <li key={past.version}>
                  {past.reviewer}:{' '}
                  {past.points === null ? t('staff.takenBack') : t('fields.points', { points: past.points })},{' '}
                  <When iso={past.createdAt} locale={locale} zone={zone} />
                  {past.comment ? <span className="block text-soft">{past.comment}</span> : null}
                  {past.reason ? <span className="block text-soft">{past.reason}</span> : null}
                </li>
              ))}
            </ul>
          </StaffSection>
        ) : null}
      </div>
      <ReviewForm
        submissionId={entry.submissionId}
        field={entry.field}
        version={entry.version}
        possible={entry.points}
        rubric={entry.rubric}
        computed={entry.grading?.score != null}
        start={{
          points: latest?.points ?? null,
          rubric: latest?.rubric ?? [],
          comment: latest?.comment ?? '',
        }}
        next={props.next}
        path="/api/staff/v1/reviews"
      />
    </div>
  )
}
