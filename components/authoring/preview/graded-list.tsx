'use client'
import type { Field } from '../../../grader/answers/field.ts'
import { useMessages } from '../../messages/provider.tsx'
import { Label } from '../../paper/label.tsx'
import { Paper } from '../../paper/paper.tsx'
import { typed } from '../../paper/typed.ts'
import { PropertiesShown } from '../../result/properties-shown.tsx'
import type { ShownField, ShownQuestion } from '../../result/result.ts'
import { roundedPoints } from '../../result/values.ts'
import { VerdictBadge } from '../../result/verdict-badge.tsx'
import type { Graded } from './use-graded.ts'

/** What the answers typed above earn, part by part, and why. */
export function GradedList({ graded }: { graded: Graded }) {
  const { t } = useMessages()
  const { question, working, problem } = graded
  return (
    <section aria-labelledby="graded" className="mt-8 border-t border-rule pt-4" aria-busy={working}>
      <h2 id="graded" className="interface flex flex-wrap items-baseline gap-x-4 font-semibold">
        {t('authoring.graded')}
        <span role="status" className="font-normal text-soft">
          {working ? t('authoring.grading') : question ? <Total question={question} /> : null}
        </span>
      </h2>
      {problem !== null && (
        <p className="interface mt-2 text-wrong">{t('authoring.gradingFailed', { reason: problem })}</p>
      )}
      {!question && problem === null && <p className="interface mt-2 text-soft">{t('authoring.gradedNothing')}</p>}
      {question && (
        <ul className="mt-2 divide-y divide-rule">
          {question.paper.fields.map((field) => (
            <Part key={field.name} field={field} shown={question.fields.find(({ name }) => name === field.name)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Total({ question }: { question: ShownQuestion }) {
  const { t } = useMessages()
  const earned = question.fields.reduce((sum, field) => sum + (field.earned ?? 0), 0)
  const waits = question.paper.fields
    .filter(({ name }) => question.fields.find((field) => field.name === name)?.earned == null)
    .reduce((sum, { points }) => sum + points, 0)
  return (
    <>
      {t('authoring.gradedTotal', { earned: roundedPoints(earned), possible: question.points })}
      {waits > 0 && <> {t('authoring.gradedWaiting', { points: roundedPoints(waits) })}</>}
    </>
  )
}

function Part({ field, shown }: { field: Field; shown: ShownField | undefined }) {
  const { t } = useMessages()
  const { points } = field
  const { grading, earned, said = [], messageNodes } = shown ?? {}
  return (
    <li className="py-2.5 text-ui">
      <p className="interface flex flex-wrap items-baseline gap-x-4">
        <span className="min-w-0 font-semibold">
          <Label of={field} />
        </span>
        {grading && <VerdictBadge verdict={grading.verdict} />}
        <span className="ml-auto text-soft">
          {earned != null
            ? t('verdict.ofPoints', { earned: roundedPoints(earned), points })
            : t('verdict.pointsWaiting', { points })}
        </span>
      </p>
      {grading?.firstWrong && <p>{t('verdict.firstWrong')}</p>}
      {grading?.verdict === 'through' && <p>{t('verdict.throughWhy')}</p>}
      {said.map(({ kind, nodes }, k) => (
        <div key={k} className="[&>p]:inline">
          <span className="font-semibold">
            {t(kind === 'mistake' ? 'verdict.namedMistake' : 'verdict.namedConvention')}
          </span>{' '}
          <Paper nodes={nodes} />
        </div>
      ))}
      {messageNodes ? <Paper nodes={messageNodes} /> : grading?.message && <p className={typed}>{grading.message}</p>}
      {shown?.properties && <PropertiesShown properties={shown.properties} />}
    </li>
  )
}
