'use client'
import { memo } from 'react'
import { questionId } from '../fields/ids.ts'
import { useMessages } from '../messages/provider.tsx'
import { Paper } from '../paper/paper.tsx'
import { QuestionHead } from '../paper/question-head.tsx'
import { useWideMath } from '../paper/use-wide-math.ts'
import { FieldResult } from './field-result.tsx'
import type { ShownQuestion } from './result.ts'
import { roundedPoints } from './values.ts'

interface Props {
  question: ShownQuestion
  number: number
}

/** A question with what became of every answer in it. */
export const QuestionResult = memo(function QuestionResult({ question, number }: Props) {
  const { t } = useMessages()
  const { slug, paper, solution, fields } = question
  const id = `${questionId(slug)}-title`
  const first = firstSlip(question)
  return (
    <section ref={useWideMath()} id={questionId(slug)} aria-labelledby={id} className="border-t border-rule py-10">
      <QuestionHead
        id={id}
        number={number}
        title={question.title}
        points={question.points}
        earned={question.earned === null ? null : roundedPoints(question.earned)}
      />
      {first && <p className="interface mb-5 bg-wash px-3 py-2">{t('verdict.firstWrongStep', { step: first })}</p>}
      <Paper
        nodes={paper.nodes}
        drawField={(name) => {
          const field = paper.fields.find((one) => one.name === name)
          const shown = fields.find((one) => one.name === name)
          return field && <FieldResult field={field} shown={shown} solution={solution[name]} />
        }}
      />
    </section>
  )
})

/** The part in which a chain went wrong, where later parts were judged from the student's own values. */
function firstSlip({ paper, fields }: ShownQuestion): string | null {
  if (!fields.some((field) => field.grading?.verdict === 'through')) return null
  const first = fields.find((field) => field.grading?.firstWrong)
  return paper.fields.find((field) => field.name === first?.name)?.label ?? null
}
