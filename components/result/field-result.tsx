'use client'
import type { ReactNode } from 'react'
import type { Field } from '../../grader/answers/field.ts'
import { useMessages } from '../messages/provider.tsx'
import { Label } from '../paper/label.tsx'
import { Paper } from '../paper/paper.tsx'
import { typed } from '../paper/typed.ts'
import { PartRequest } from '../requests/own/part-request.tsx'
import { PagesShown } from '../upload/pages-shown.tsx'
import { AcceptedShown, BandsShown } from './accepted-shown.tsx'
import { AnswerShown } from './answer-shown.tsx'
import { ExpectedShown, TensorShown } from './expected-shown.tsx'
import type { Parting } from './parting/parting.ts'
import { PartingFigure, partingId } from './parting/parting-figure.tsx'
import { PropertiesShown } from './properties-shown.tsx'
import type { ShownField } from './result.ts'
import { ReviewShown } from './review-shown.tsx'
import { useShows } from './shows.tsx'
import { WorkedSolution } from './solutions/worked-solution.tsx'
import { roundedPoints } from './values.ts'
import { VerdictBadge } from './verdict-badge.tsx'

interface Props {
  slug: string
  field: Field
  shown: ShownField | undefined
  /** whether there is a worked solution */
  solved: boolean
  /** where its chain of values parted, if it did so here */
  parting: Parting | null
}

/** A field in the result: verdict and points, own answer beside the expected one, and why. */
export function FieldResult({ slug, field, shown, solved, parting }: Props) {
  const { t } = useMessages()
  const grading = shown?.grading
  const pages = shown?.pages ?? []
  const { points } = useShows()
  const earned = shown?.earned ?? null
  const decided = shown?.decided ?? earned !== null
  const left = grading?.verdict === 'review' || grading?.verdict === 'broken'
  const same = grading?.verdict === 'right' && field.kind !== 'text'
  const expected = shown && (shown.expected !== null || shown.expectedNodes !== null)
  return (
    <article aria-label={field.label} className="my-6 border-l-2 border-rule pl-4 first:mt-0">
      <div className="interface flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <span className="min-w-0 font-semibold">
          <Label of={field} />
        </span>
        {grading && <VerdictBadge verdict={left && decided ? 'reviewed' : grading.verdict} />}
        <span className="ml-auto text-soft">
          {earned !== null
            ? t('verdict.ofPoints', { earned: roundedPoints(earned), points: field.points })
            : t(points || !decided ? 'verdict.pointsWaiting' : 'fields.points', { points: field.points })}
        </span>
      </div>
      {!parting && (
        <div className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
          <Part title={t('verdict.yourAnswer')}>
            {(shown?.answer || pages.length === 0) && (
              <AnswerShown field={field} answer={shown?.answer ?? null} verdicts={grading?.cells} />
            )}
          </Part>
          {expected && !same && (
            <Part title={t(shown.properties ? 'verdict.oneRight' : 'verdict.expected')}>
              <ExpectedShown field={field} shown={shown} />
            </Part>
          )}
          {grading?.through && grading.verdict !== 'right' && (
            <Part title={t('verdict.followsFrom')}>
              <TensorShown field={field} tensor={grading.through} />
            </Part>
          )}
        </div>
      )}
      {pages.length > 0 && <PagesShown pages={pages} />}
      {shown?.properties && <PropertiesShown properties={shown.properties} />}
      <Reasons shown={shown} />
      {parting && <PartingFigure id={partingId(slug, field.name)} parting={parting} />}
      {shown?.accepted && <AcceptedShown accepted={shown.accepted} />}
      {shown?.bands && shown.bands.length > 1 && (
        <BandsShown shape={shapeOf(shown) ?? [shown.bands.length]} bands={shown.bands} />
      )}
      {solved && <WorkedSolution slug={slug} field={field.name} />}
      <PartRequest part={`${slug}.${field.name}`} label={field.label} decided={decided} />
    </article>
  )
}

/** Sentences that explain a verdict: the reader's, a named mistake, follow-through, a person's comment. */
function Reasons({ shown }: { shown: ShownField | undefined }) {
  const { t } = useMessages()
  const { grading, review, said, messageNodes } = shown ?? {}
  return (
    <div className="mt-2 space-y-1 text-ui empty:hidden">
      {grading?.firstWrong && <p>{t('verdict.firstWrong')}</p>}
      {grading?.corrected && <p>{t('verdict.corrected', { by: grading.corrected })}</p>}
      {grading?.verdict === 'through' && <p>{t('verdict.throughWhy')}</p>}
      {said?.map(({ kind, nodes }, index) => (
        <div key={index} className="[&>p]:inline">
          <span className="font-semibold">
            {kind === 'mistake' ? t('verdict.namedMistake') : t('verdict.namedConvention')}
          </span>{' '}
          <Paper nodes={nodes} />
        </div>
      ))}
      {messageNodes ? <Paper nodes={messageNodes} /> : grading?.message && <p className={typed}>{grading.message}</p>}
      {review && <ReviewShown review={review} />}
    </div>
  )
}

function shapeOf({ expected }: ShownField): readonly number[] | null {
  return expected !== null && typeof expected === 'object' ? expected.shape : null
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <p className="eyebrow">{title}</p>
      <div className="mt-0.5">{children}</div>
    </div>
  )
}
