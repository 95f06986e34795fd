import type { Translate } from '../messages/catalogue.ts'
import type { Verdict } from '../result/result.ts'
import { DataTable } from './data-table.tsx'
import { type Distribution, RegradeHistogram } from './regrade-histogram.tsx'
import type { Order, StudentRow } from './regrade-order.ts'
import { RegradeStudents, signed } from './regrade-students.tsx'
import { StaffSection } from './staff-heading.tsx'

interface FieldChanges {
  slug: string
  field: string
  label: string
  changes: { from: Verdict | null; to: Verdict; count: number; points: number }[]
  broken: number
  undecided: number
}

export interface Report {
  possible: number
  counts: { gained: number; lost: number; unchanged: number }
  sums: { before: number; after: number }
  distribution: Distribution
  fields: FieldChanges[]
}

/** What a regrade would change, or has changed: who gains, who loses, the distributions, part by part, student by student. */
export function RegradeReport(props: {
  report: Report
  /** how many were graded again: of somebody there may be several */
  submissions: number
  rows: readonly StudentRow[]
  order: Order
  all: boolean
  address: string
  t: Translate
}) {
  const { report, rows, t } = props
  const { gained, lost, unchanged } = report.counts
  if (rows.length === 0)
    return (
      <StaffSection title={t('regrade.summary')}>
        <p className="interface">{t('regrade.nobody')}</p>
      </StaffSection>
    )
  const average = (sum: number) => Number((sum / Math.max(1, rows.length)).toFixed(2))
  return (
    <>
      <StaffSection title={t('regrade.summary')}>
        <ul className="interface flex flex-wrap gap-x-8 gap-y-2 text-lead">
          <li className="text-good">{t('regrade.gained', { n: gained })}</li>
          <li className="text-wrong">{t('regrade.lost', { n: lost })}</li>
          <li className="text-soft">{t('regrade.unchanged', { n: unchanged })}</li>
        </ul>
        <p className="mt-3">
          {t('regrade.average', {
            before: average(report.sums.before),
            after: average(report.sums.after),
            possible: report.possible,
          })}
        </p>
      </StaffSection>
      <StaffSection title={t('regrade.distribution')}>
        <RegradeHistogram distribution={report.distribution} t={t} />
      </StaffSection>
      <StaffSection title={t('regrade.students')}>
        {props.submissions > rows.length && <p className="interface mb-3 text-soft">{t('regrade.oneAttempt')}</p>}
        <RegradeStudents rows={rows} order={props.order} all={props.all} address={props.address} t={t} />
      </StaffSection>
      <StaffSection title={t('regrade.fields')}>
        <RegradeFields fields={report.fields} t={t} />
      </StaffSection>
    </>
  )
}

function RegradeFields({ fields, t }: { fields: readonly FieldChanges[]; t: Translate }) {
  const verdict = (name: Verdict | null) => (name ? t(`verdict.${name}`) : t('regrade.noneBefore'))
  return (
    <DataTable
      caption={t('regrade.fields')}
      columns={[{ name: t('regrade.part') }, { name: t('regrade.changed') }, { name: t('regrade.waiting') }]}
      rows={fields.map(({ slug, field, label, changes, broken, undecided }) => ({
        key: `${slug}.${field}`,
        cells: [
          <span key="part">
            {label} <span className="block text-fine text-soft">{slug}</span>
          </span>,
          <ul key="changes">
            {changes.map(({ from, to, count, points }) => (
              <li key={`${from} ${to}`}>
                {t('regrade.change', { count, from: verdict(from), to: verdict(to) })}{' '}
                <span className="text-soft">{t('regrade.changePoints', { points: signed(points) })}</span>
              </li>
            ))}
            {changes.length === 0 ? <li className="text-soft">{t('regrade.same')}</li> : null}
          </ul>,
          <span key="waiting">
            {broken > 0 ? <span className="block text-wrong">{t('regrade.heldParts', { n: broken })}</span> : null}
            {undecided > 0 ? <span className="block">{t('regrade.undecidedParts', { n: undecided })}</span> : null}
          </span>,
        ],
      }))}
    />
  )
}
