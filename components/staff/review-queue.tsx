import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'
import { DataTable } from './data-table.tsx'

export interface QueueEntry {
  submissionId: string
  field: string
  title: string
  label: string
  why: string
  points: number
  reviewed: boolean
}

/** Where one answer is reviewed. A field's key holds a dot, so it is encoded. */
export function reviewAddress(examId: string, entry: { submissionId: string; field: string }): string {
  return `/staff/exams/${examId}/review/${entry.submissionId}/${encodeURIComponent(entry.field)}`
}

/** Answers that wait for a person, without names. */
export function ReviewQueue(props: { examId: string; entries: readonly QueueEntry[]; t: Translate }) {
  const { examId, entries, t } = props
  if (entries.length === 0) return <p>{t('staff.queueEmpty')}</p>
  return (
    <DataTable
      caption={t('staff.queueTitle')}
      columns={[
        { name: t('staff.question') },
        { name: t('staff.part') },
        { name: t('staff.whyColumn') },
        { name: t('staff.points'), numeric: true },
        { name: t('staff.state') },
      ]}
      rows={entries.map((entry, k) => ({
        key: `${entry.submissionId}/${entry.field}`,
        cells: [
          entry.title,
          <Link
            key="part"
            href={reviewAddress(examId, entry)}
            prefetch={false}
            className={link}
            aria-label={t('staff.scoreItOf', { label: entry.label, n: k + 1 })}
          >
            {entry.label}
          </Link>,
          t('staff.why', { why: entry.why }),
          entry.points,
          entry.reviewed ? t('staff.reviewed') : t('staff.waits'),
        ],
      }))}
    />
  )
}
