import Link from 'next/link'
import type { Translate } from '../../../messages/catalogue.ts'
import type { Verdict } from '../../../result/result.ts'
import { VerdictBadge } from '../../../result/verdict-badge.tsx'
import { link } from '../../../site/buttons.ts'
import { DataTable } from '../../data-table.tsx'
import { answerAddress } from '../addresses.ts'

interface Listed {
  submissionId: string
  code: string
  verdict: string
  state: string
  points: number | null
  reviewer: string | null
  holder: string | null
}

/** Answers of a part, without names. */
export function AnswerList(props: {
  examId: string
  field: string
  possible: number
  answers: readonly Listed[]
  t: Translate
}) {
  const { examId, field, possible, answers, t } = props
  if (answers.length === 0) return <p className="my-6">{t('reviewing.noneFits')}</p>
  return (
    <DataTable
      caption={t('reviewing.allAnswers')}
      columns={[
        { name: t('reviewing.answer') },
        { name: t('reviewing.verdict') },
        { name: t('reviewing.points'), numeric: true },
        { name: t('reviewing.state') },
      ]}
      rows={answers.map((one) => ({
        key: one.submissionId,
        cells: [
          <Link
            key="open"
            href={answerAddress(examId, one.submissionId, field)}
            prefetch={false}
            className={`${link} whitespace-nowrap tabular-nums`}
            aria-label={t('reviewing.openAnswer', { code: one.code })}
          >
            {one.code}
          </Link>,
          <VerdictBadge key="verdict" verdict={one.verdict as Verdict} />,
          one.points === null ? '–' : t('reviewing.partEarned', { earned: one.points, possible }),
          <span key="state">
            {one.reviewer
              ? t('reviewing.by', { state: t('reviewing.stateIs', { state: one.state }), name: one.reviewer })
              : t('reviewing.stateIs', { state: one.state })}
            {one.holder && (
              <span className="block text-fine text-soft">{t('reviewing.inHandOf', { name: one.holder })}</span>
            )}
          </span>,
        ],
      }))}
    />
  )
}
