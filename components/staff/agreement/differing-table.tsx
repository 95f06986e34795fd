import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { DataTable } from '../data-table.tsx'
import { answerAddress } from '../review/addresses.ts'

export interface Differing {
  submissionId: string
  field: string
  code: string
  first: number
  second: number
  comment: string
  by: { first: string; second: string } | null
}

/** Scores that are too far apart, each with the way to settle it. */
export function DifferingTable(props: {
  examId: string
  scores: readonly Differing[]
  names: ReadonlyMap<string, string>
  t: Translate
}) {
  const { examId, scores, names, t } = props
  if (scores.length === 0) return <p>{t('agreement.noneDiffer')}</p>
  const score = (points: number, name: string | undefined) =>
    name === undefined ? points : t('agreement.scoreBy', { points, name })
  return (
    <DataTable
      caption={t('agreement.differing')}
      columns={[
        { name: t('agreement.student') },
        { name: t('agreement.part') },
        { name: t('agreement.first') },
        { name: t('agreement.secondScore') },
        { name: t('agreement.comment') },
      ]}
      rows={scores.map((one) => ({
        key: `${one.submissionId}/${one.field}`,
        cells: [
          <Link
            key="student"
            href={answerAddress(examId, one.submissionId, one.field)}
            prefetch={false}
            className={link}
            aria-label={`${t('agreement.settle')}: ${one.code}`}
          >
            {one.code}
          </Link>,
          <span key="part" className="block min-w-36">
            {names.get(one.field) ?? one.field}
          </span>,
          <span key="first">{score(one.first, one.by?.first)}</span>,
          <span key="second">{score(one.second, one.by?.second)}</span>,
          <span key="comment" className="block min-w-40 wrap-anywhere">
            {one.comment}
          </span>,
        ],
      }))}
    />
  )
}
