import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { DataTable } from '../data-table.tsx'
import { When } from '../when.tsx'
import { type Change, type Part, partNames } from './change.ts'

interface Props {
  caption: string
  changes: readonly Change[]
  parts: readonly Part[]
  /** of many students: each is named */
  named: boolean
  locale: string
  zone: string
  t: Translate
}

/** Changes of points, one a line: from what to what, why, and by whom. */
export function ChangeTable({ caption, changes, parts, named, locale, zone, t }: Props) {
  const names = partNames(parts)
  const columns = [
    { name: t('points.at') },
    ...(named ? [{ name: t('points.student') }] : []),
    { name: t('points.part') },
    { name: t('points.change'), numeric: true },
    { name: t('points.total'), numeric: true },
    { name: t('points.why') },
    { name: t('points.by') },
  ]
  const rows = changes.map((change, k) => ({
    key: `${k}/${change.at}/${change.field}`,
    cells: [
      <When key="at" iso={change.at} locale={locale} zone={zone} />,
      ...(named ? [<Student key="student" change={change} t={t} />] : []),
      <span key="part" className="block min-w-36 wrap-anywhere">
        {names.get(change.field) ?? change.field}
      </span>,
      <FromTo key="change" change={change} t={t} />,
      <span key="total">{change.total}</span>,
      <Why key="why" change={change} t={t} />,
      change.by ?? t(change.cause === 'late' ? 'points.byRules' : 'points.byNobody'),
    ],
  }))
  return <DataTable caption={caption} columns={columns} rows={rows} />
}

function Student({ change: { student }, t }: { change: Change; t: Translate }) {
  if (!student) return <span aria-hidden="true">–</span>
  return (
    <Link
      href={`/staff/attempts/${student.attemptId}/points`}
      prefetch={false}
      className={`${link} block min-w-32 wrap-anywhere`}
    >
      {student.name}
      {student.attempt !== null && (
        <span className="block text-fine">{t('points.attempt', { n: student.attempt })}</span>
      )}
    </Link>
  )
}

function FromTo({ change: { before, after, cause }, t }: { change: Change; t: Translate }) {
  if (cause === 'release') return <span aria-hidden="true">–</span>
  const shown = (points: number | null) => (points === null ? t('points.open') : String(points))
  return (
    <span className="whitespace-nowrap tabular-nums">
      {t('points.fromTo', { before: shown(before), after: shown(after) })}
    </span>
  )
}

function Why({ change: { cause, reason, grader, field }, t }: { change: Change; t: Translate }) {
  return (
    <span className="block min-w-40 wrap-anywhere">
      {t('points.causeOf', { cause })}
      {cause === 'release' ? `: ${t('points.release', { scope: field })}` : null}
      {reason ? <span className="block text-soft">{reason}</span> : null}
      {grader ? <span className="block text-fine text-soft">{t('points.grader', { version: grader })}</span> : null}
    </span>
  )
}
