'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { Paper } from '../../../paper/paper.tsx'
import { PropertiesShown } from '../../../result/properties-shown.tsx'
import { VerdictBadge } from '../../../result/verdict-badge.tsx'
import type { ReviewCard } from '../card.ts'

/** What the grader found, and what it says of it. */
export function GraderPanel({ card }: { card: ReviewCard }) {
  const { t } = useMessages()
  const { question, name, computed, possible, why } = card
  const shown = question.fields.find((one) => one.name === name)
  const grading = shown?.grading
  if (!shown || !grading) return null
  const step =
    question.paper.fields.find((one) => one.name === question.firstWrongStep)?.label ?? question.firstWrongStep
  return (
    <section aria-label={t('reviewing.grader')} className="mt-6 border-l-2 border-rule pl-4 text-ui">
      <h3 className="eyebrow mb-1">{t('reviewing.grader')}</h3>
      <p className="interface flex flex-wrap items-baseline gap-x-4">
        <VerdictBadge verdict={grading.verdict} />
        <span className="text-soft">
          {computed === null ? t('reviewing.graderOpen') : t('reviewing.graderSays', { points: computed, possible })}
        </span>
      </p>
      {why && <p className="mt-1 text-soft">{t('reviewing.why', { why })}</p>}
      {grading.firstWrong ? (
        <p className="mt-1">{t('reviewing.here')}</p>
      ) : (
        step && <p className="mt-1">{t('reviewing.firstWrong', { step })}</p>
      )}
      {grading.cheap && <p className="mt-1">{t('reviewing.cheap')}</p>}
      {shown.said.map(({ kind, nodes }, k) => (
        <div key={k} className="mt-1 [&>p]:inline">
          <span className="font-semibold">
            {kind === 'mistake' ? t('verdict.namedMistake') : t('verdict.namedConvention')}
          </span>{' '}
          <Paper nodes={nodes} />
        </div>
      ))}
      {shown.messageNodes ? (
        <Paper nodes={shown.messageNodes} />
      ) : (
        grading.message && <p className="mt-1">{grading.message}</p>
      )}
      {grading.staffNote && <p className="mt-1 text-caution">{grading.staffNote}</p>}
      {shown.properties && <PropertiesShown properties={shown.properties} />}
    </section>
  )
}
