'use client'
import type { ReactNode } from 'react'
import type { Field } from '../../grader/answers/field.ts'
import type { PaperNode } from '../../grader/answers/paper.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { AnswerShown } from './answer-shown.tsx'
import { ExpectedShown, TensorShown } from './expected-shown.tsx'
import type { ShownField } from './result.ts'
import { roundedPoints } from './values.ts'
import { VerdictBadge } from './verdict-badge.tsx'

interface Props {
  field: Field
  shown: ShownField | undefined
  solution: PaperNode[] | undefined
}

/** A field in the result: verdict and points, own answer beside the expected one, and why. */
export function FieldResult({ field, shown, solution }: Props) {
  const { t } = useMessages()
  const grading = shown?.grading
  const earned = shown?.earned ?? null
  const same = grading?.verdict === 'right' && field.kind !== 'text'
  const expected = shown && (shown.expected !== null || shown.expectedNodes !== null)
  return (
    <article aria-label={field.label} className="my-6 border-l-2 border-rule pl-4 first:mt-0">
      <div className="interface flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <span className="font-semibold">{field.label}</span>
        {grading && <VerdictBadge verdict={grading.verdict} />}
        <span className="ml-auto text-soft">
          {earned === null
            ? t('verdict.pointsWaiting', { points: field.points })
            : t('verdict.ofPoints', { earned: roundedPoints(earned), points: field.points })}
        </span>
      </div>
      <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
        <Part title={t('verdict.yourAnswer')}>
          <AnswerShown field={field} answer={shown?.answer ?? null} verdicts={grading?.cells} />
        </Part>
        {expected && !same && (
          <Part title={t('verdict.expected')}>
            <ExpectedShown field={field} shown={shown} />
          </Part>
        )}
        {grading?.through && grading.verdict !== 'right' && (
          <Part title={t('verdict.followsFrom')}>
            <TensorShown field={field} tensor={grading.through} />
          </Part>
        )}
      </div>
      <Reasons shown={shown} />
      {solution && solution.length > 0 && (
        <details className="mt-3">
          <summary className="interface min-h-7 text-accent">{t('verdict.solution')}</summary>
          <div className="mt-2 border-t border-rule pt-3">
            <Paper nodes={solution} />
          </div>
        </details>
      )}
    </article>
  )
}

/** Sentences that explain a verdict: the reader's, a named mistake, follow-through, a person's comment. */
function Reasons({ shown }: { shown: ShownField | undefined }) {
  const { t } = useMessages()
  const { grading, review, namedNodes } = shown ?? {}
  return (
    <div className="mt-2 space-y-1 text-ui empty:hidden">
      {grading?.firstWrong && <p>{t('verdict.firstWrong')}</p>}
      {grading?.verdict === 'through' && <p>{t('verdict.throughWhy')}</p>}
      {grading?.named && (
        <div className="[&>p]:inline">
          <span className="font-semibold">
            {grading.named.kind === 'mistake' ? t('verdict.namedMistake') : t('verdict.namedConvention')}
          </span>{' '}
          {namedNodes ? <Paper nodes={namedNodes} /> : grading.named.says}
        </div>
      )}
      {grading?.message && <p>{grading.message}</p>}
      {review?.comment && (
        <p>
          <span className="font-semibold">{t('verdict.comment')}</span> {review.comment}
        </p>
      )}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="eyebrow">{title}</p>
      <div className="mt-0.5">{children}</div>
    </div>
  )
}
