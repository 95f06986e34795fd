import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { DataTable } from '../../staff/data-table.tsx'
import { durationInWords, signedPoints } from './duration.ts'
import type { ListedRequest } from './request.ts'

interface Props {
  examId: string
  requests: readonly ListedRequest[]
  locale: string
  t: Translate
}

/** Requests, those that wait first; without names of students. */
export function RequestTable({ examId, requests, locale, t }: Props) {
  return (
    <DataTable
      caption={t('requests.title')}
      columns={[
        { name: t('requests.part') },
        { name: t('requests.student') },
        { name: t('requests.state') },
        { name: t('requests.waited'), numeric: true },
        { name: t('requests.person') },
        { name: t('requests.change'), numeric: true },
      ]}
      rows={requests.map((one) => ({
        key: one.requestId,
        cells: [
          <span key="part" className="block min-w-40">
            <Link
              href={`/staff/exams/${examId}/requests/${one.requestId}`}
              prefetch={false}
              className={link}
              aria-label={t('requests.open', { code: one.code, label: one.label })}
            >
              {one.label}
            </Link>
            <span className="block text-fine text-soft">{one.question}</span>
          </span>,
          <span key="code">{one.code}</span>,
          <span key="state" className={one.state === 'open' ? 'font-semibold' : ''}>
            {t('requests.stateIs', { state: one.state })}
            {one.claimedBy ? (
              <span className="block text-fine font-normal text-soft">
                {t('requests.claimedBy', { name: one.claimedBy })}
              </span>
            ) : null}
          </span>,
          one.waited === null ? '' : durationInWords(one.waited, t),
          one.answeredBy ?? '',
          one.change === null ? '' : signedPoints(one.change, locale),
        ],
      }))}
    />
  )
}
