'use client'
import { useMessages } from '../../../messages/provider.tsx'
import { Paper } from '../../../paper/paper.tsx'
import { typed } from '../../../paper/typed.ts'
import { AnswerShown } from '../../../result/answer-shown.tsx'
import { ExpectedShown, TensorShown } from '../../../result/expected-shown.tsx'
import type { ReviewCard } from '../card.ts'
import { PagesPanel } from './pages-panel.tsx'

/** What the student answered, and beside it what was expected. */
export function AnswerPanel({ card }: { card: ReviewCard }) {
  const { t } = useMessages()
  const { question, name, answerNodes } = card
  const field = question.paper.fields.find((one) => one.name === name)
  const shown = question.fields.find((one) => one.name === name)
  if (!field || !shown) return null
  const grading = shown.grading
  const expected = shown.expected !== null || shown.expectedNodes !== null
  const blank =
    shown.pages.length === 0 &&
    (shown.answer === null || (shown.answer.kind === 'text' && shown.answer.markdown.trim() === ''))
  return (
    <div className="grid gap-x-10 gap-y-6 sm:grid-cols-[repeat(auto-fit,minmax(16rem,1fr))]">
      <section aria-label={t('reviewing.theAnswer')} className="min-w-0">
        <h3 className="eyebrow mb-2">{t('reviewing.theAnswer')}</h3>
        {blank ? (
          <p className="text-soft italic">{t('reviewing.emptyAnswer')}</p>
        ) : answerNodes ? (
          <div className={`max-w-measure ${typed}`}>
            <Paper nodes={answerNodes} />
          </div>
        ) : shown.answer === null ? null : (
          <AnswerShown field={field} answer={shown.answer} {...(grading?.cells ? { verdicts: grading.cells } : {})} />
        )}
        <PagesPanel card={card} />
      </section>
      {expected && (
        <section aria-label={t('reviewing.expected')} className="min-w-0">
          <h3 className="eyebrow mb-2">{t(shown.properties ? 'reviewing.oneRight' : 'reviewing.expected')}</h3>
          <ExpectedShown field={field} shown={shown} />
        </section>
      )}
      {grading?.through && grading.verdict !== 'right' && (
        <section aria-label={t('reviewing.followsFrom')} className="min-w-0">
          <h3 className="eyebrow mb-2">{t('reviewing.followsFrom')}</h3>
          <TensorShown field={field} tensor={grading.through} />
        </section>
      )}
    </div>
  )
}
