import type { Translate } from '../messages/catalogue.ts'
import { QuestionResult } from '../result/question-result.tsx'
import { ReceiptShown } from '../result/receipt-shown.tsx'
import type { ShownField, ShownGrading, ShownQuestion } from '../result/result.ts'
import { SolutionsProvider } from '../result/solutions/provider.tsx'
import { RunAgain } from './run-again.tsx'
import { StaffSection } from './staff-heading.tsx'
import { When } from './when.tsx'

interface Execution {
  backend: string
  adapter: string
  milliseconds: number
}

type StaffField = Omit<ShownField, 'grading'> & { grading: (ShownGrading & { staffNote?: string }) | null }

interface Shown {
  questions: (Omit<ShownQuestion, 'fields'> & { fields: StaffField[] })[]
  gradings: { id: string; slug: string; createdAt: string; execution: Execution }[]
}

/** A student's result with what only staff may see: notes of the grader, and on what each question was executed. */
export function StaffResult(props: { attemptId: string; result: Shown; locale: string; zone: string; t: Translate }) {
  const { result, locale, zone, t } = props
  const notes = result.questions.flatMap((question) =>
    question.fields.flatMap((field) =>
      field.grading?.staffNote ? [{ at: `${question.slug}.${field.name}`, note: field.grading.staffNote }] : [],
    ),
  )
  return (
    <>
      {notes.length > 0 ? (
        <ul className="interface mb-8 border-l-2 border-caution pl-4">
          {notes.map(({ at, note }) => (
            <li key={at}>
              <strong>{at}</strong>: {note}
            </li>
          ))}
        </ul>
      ) : null}
      <SolutionsProvider address={`/api/staff/v1/attempts/${encodeURIComponent(props.attemptId)}/solutions`}>
        <div className="max-w-measure">
          {result.questions.map((question, index) => (
            <QuestionResult key={question.slug} question={question} number={index + 1} />
          ))}
        </div>
      </SolutionsProvider>
      <StaffSection title={t('staff.gradings')}>
        <ul className="interface flex flex-col gap-1.5">
          {result.gradings.map((grading) => (
            <li key={grading.id}>
              {t('staff.gradingLine', {
                slug: grading.slug,
                backend: grading.execution.backend,
                adapter: grading.execution.adapter,
                ms: Math.max(1, Math.round(grading.execution.milliseconds)),
              })}{' '}
              <When iso={grading.createdAt} locale={locale} zone={zone} />
            </li>
          ))}
        </ul>
        <RunAgain attemptId={props.attemptId} />
        <ReceiptShown questions={result.questions} />
      </StaffSection>
    </>
  )
}
