import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'
import { DataTable } from './data-table.tsx'
import { When } from './when.tsx'

export interface AttemptRow {
  attemptId: string
  person: { name: string; email: string }
  /** from 1: an exam may allow several */
  number: number
  /** of the student's attempts it is the one whose points are theirs */
  counts: boolean
  state: string
  startedAt: string
  submittedAt: string | null
  earned: number | null
  possible: number
  waiting: number
}

/** Who sat the exam, and what each has so far. */
export function AttemptTable(props: { rows: readonly AttemptRow[]; locale: string; zone: string; t: Translate }) {
  const { rows, locale, zone, t } = props
  if (rows.length === 0) return <p>{t('staff.noAttempts')}</p>
  const several = rows.some(({ number }) => number > 1)
  return (
    <DataTable
      caption={t('staff.results')}
      columns={[
        { name: t('staff.person') },
        ...(several ? [{ name: t('quiz.rule') }] : []),
        { name: t('staff.earned'), numeric: true },
        { name: t('staff.state') },
        { name: t('staff.startedAt') },
        { name: t('staff.submittedAt') },
      ]}
      rows={rows.map((row) => ({
        key: row.attemptId,
        cells: [
          <Link
            key="person"
            href={`/staff/attempts/${row.attemptId}`}
            prefetch={false}
            className={link}
            aria-label={t('staff.openResultOf', { name: row.person.name })}
          >
            {row.person.name}
          </Link>,
          ...(several
            ? [
                <span key="number" className={row.counts ? 'font-semibold' : 'text-soft'}>
                  {row.number}
                  {row.counts && ` · ${t('quiz.counts')}`}
                </span>,
              ]
            : []),
          <span key="earned">
            {row.earned === null
              ? t('staff.notGraded')
              : t('staff.earnedOf', { earned: Number(row.earned.toFixed(2)), possible: row.possible })}
            {row.waiting > 0 ? (
              <span className="eyebrow block">{t('staff.waitingPart', { n: row.waiting })}</span>
            ) : null}
          </span>,
          t('staff.attemptState', { state: row.state }),
          <When key="started" iso={row.startedAt} locale={locale} zone={zone} />,
          <When key="submitted" iso={row.submittedAt} locale={locale} zone={zone} />,
        ],
      }))}
    />
  )
}
