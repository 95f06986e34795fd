'use client'
import { memo } from 'react'
import { questionId } from '../fields/ids.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { QuestionHead } from '../paper/question-head.tsx'
import { useWideMath } from '../paper/use-wide-math.ts'
import { link } from '../site/buttons.ts'
import { FieldResult } from './field-result.tsx'
import { partingAt } from './parting/parting.ts'
import { partingId } from './parting/parting-figure.tsx'
import type { ShownQuestion } from './result.ts'
import { roundedPoints } from './values.ts'

interface Props {
  question: ShownQuestion
  number: number
}

/** A question with what became of every answer in it. */
export const QuestionResult = memo(function QuestionResult({ question, number }: Props) {
  const { slug, paper, solved, fields } = question
  const id = `${questionId(slug)}-title`
  return (
    <section ref={useWideMath()} id={questionId(slug)} aria-labelledby={id} className="border-t border-rule py-10">
      <QuestionHead
        id={id}
        number={number}
        title={question.title}
        points={question.points}
        earned={question.earned === null ? null : roundedPoints(question.earned)}
      />
      <FirstSlip question={question} />
      <Paper
        nodes={paper.nodes}
        inLine={() => false}
        drawField={(name) => {
          const field = paper.fields.find((one) => one.name === name)
          const shown = fields.find((one) => one.name === name)
          if (!field) return null
          const parting = shown?.grading?.firstWrong ? partingAt(question, name) : null
          return (
            <FieldResult slug={slug} field={field} shown={shown} solved={solved.includes(name)} parting={parting} />
          )
        }}
      />
    </section>
  )
})

/** The part in which a chain went wrong, where later parts were judged from the student's own values. */
function FirstSlip({ question }: { question: ShownQuestion }) {
  const { t } = useMessages()
  const { slug, paper, fields, slips } = question
  if (!fields.some((field) => field.grading?.verdict === 'through')) return null
  const first = fields.find((field) => field.grading?.firstWrong)
  const label = paper.fields.find((field) => field.name === first?.name)?.label
  if (!first || !label) return null
  return (
    <p className="interface mb-5 bg-wash px-3 py-2">
      {t('verdict.firstWrongStep', { step: label })}{' '}
      {slips.length > 0 && <>{t('verdict.slipsExplain', { n: slips.length })} </>}
      <a className={link} href={`#${partingId(slug, first.name)}`}>
        {t('verdict.showParting')}
      </a>
    </p>
  )
}
