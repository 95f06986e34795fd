import type { Translate } from '../messages/catalogue.ts'
import { RegradeDecision } from './regrade-decision.tsx'
import type { Order } from './regrade-order.ts'
import { RegradeProgress } from './regrade-progress.tsx'
import { RegradeReport, type Report } from './regrade-report.tsx'
import { StaffSection } from './staff-heading.tsx'

export interface Shown {
  id: string
  state: string
  submissions: number
  done: number
  problem: string | null
  questions: { slug: string; title: string; problem: string | null; notes: string[] }[]
  report: (Report & { students: { attemptId: string; before: number; after: number }[] }) | null
  people: Record<string, string>
}

/** One regrade: how far it is or how it stands, what may be done with it, and its report. */
export function RegradeShown(props: {
  regrade: Shown
  title: string
  facts: string
  mayDecide: boolean
  order: Order
  all: boolean
  address: string
  t: Translate
}) {
  const { regrade, t } = props
  const { id, state, problem, questions, report, people } = regrade
  const progress = { id, state, submissions: regrade.submissions, done: regrade.done }
  const rows = report?.students.map((row) => ({ ...row, name: people[row.attemptId] ?? '' })) ?? []
  const spoken = questions.filter((question) => question.problem !== null || question.notes.length > 0)
  return (
    <>
      <StaffSection title={props.title}>
        <p className="interface mb-4 text-soft">{props.facts}</p>
        {problem ? (
          <p role="alert" className="mb-4 max-w-measure whitespace-pre-line text-wrong">
            {problem}
          </p>
        ) : null}
        <RegradeProgress key={id} start={progress} />
        {props.mayDecide ? <RegradeDecision id={id} state={state} problem={problem} t={t} /> : null}
      </StaffSection>
      {spoken.length > 0 ? (
        <StaffSection title={t('regrade.notes')}>
          <ul className="interface flex max-w-measure flex-col gap-3">
            {spoken.map((question) => (
              <li key={question.slug}>
                <strong>{question.title}</strong>
                <ul className="ml-5 list-disc">
                  {question.problem ? (
                    <li className="text-wrong">{t('regrade.refused', { problem: question.problem })}</li>
                  ) : null}
                  {question.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </StaffSection>
      ) : null}
      {report && state !== 'running' ? (
        <RegradeReport
          report={report}
          submissions={regrade.submissions}
          rows={rows}
          order={props.order}
          all={props.all}
          address={props.address}
          t={t}
        />
      ) : null}
    </>
  )
}
