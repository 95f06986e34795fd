import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link } from '../site/buttons.ts'
import { type Column, columns, inOrder, type Order, orderAfter, type StudentRow } from './regrade-order.ts'
import { Scrolling } from './scrolling.tsx'

const names = {
  student: 'regrade.student',
  before: 'regrade.before',
  after: 'regrade.after',
  difference: 'regrade.difference',
} as const

/** Points with the sign that says which way they go. */
export function signed(points: number): string {
  const rounded = Number(points.toFixed(2))
  return rounded > 0 ? `+${rounded}` : rounded < 0 ? `−${-rounded}` : '0'
}

/** Every student before and after; a column's heading sorts by it. `address` is the page with a query begun. */
export function RegradeStudents(props: {
  rows: readonly StudentRow[]
  order: Order
  all: boolean
  address: string
  t: Translate
}) {
  const { rows, order, all, address, t } = props
  const changed = rows.filter(({ before, after }) => before !== after)
  const shown = inOrder(all ? rows : changed, order)
  const at = (sort: string, every: boolean) => `${address}&sort=${sort}${every ? '&all=1' : ''}#students`
  const current = `${order.descending ? '-' : ''}${order.by}`
  const heading = (column: Column) => {
    const name = t(names[column])
    const sorted = order.by === column ? (order.descending ? 'descending' : 'ascending') : undefined
    return (
      <th
        key={column}
        scope="col"
        aria-sort={sorted}
        className={`eyebrow px-3 py-2 font-normal first:pl-0 last:pr-0 ${column === 'student' ? '' : 'text-right'}`}
      >
        <Link
          href={at(orderAfter(order, column), all)}
          prefetch={false}
          scroll={false}
          className="inline-flex min-h-6 items-center gap-1 underline decoration-1 underline-offset-3"
          aria-label={t('regrade.sortBy', { column: name })}
        >
          {name}
          <span aria-hidden="true">{sorted ? (order.descending ? '↓' : '↑') : ''}</span>
        </Link>
      </th>
    )
  }
  return (
    <div id="students">
      <p className="interface mb-3 flex flex-wrap gap-x-4 text-soft">
        {all ? null : <span>{t(changed.length > 0 ? 'regrade.onlyChanged' : 'regrade.noStudent')}</span>}
        <Link href={at(current, !all)} prefetch={false} scroll={false} className={link}>
          {t(all ? 'regrade.showChanged' : 'regrade.showAll')}
        </Link>
      </p>
      {shown.length > 0 ? (
        <Scrolling name={t('regrade.students')}>
          <table className="interface w-full border-collapse text-left">
            <caption className="sr-only">{t('regrade.students')}</caption>
            <thead>
              <tr className="border-b border-line">{columns.map(heading)}</tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.attemptId} className="border-b border-rule align-baseline">
                  <th scope="row" className="py-2.5 pr-3 font-normal">
                    <Link href={`/staff/attempts/${row.attemptId}`} prefetch={false} className={link}>
                      {row.name}
                    </Link>
                  </th>
                  <td className="px-3 py-2.5 text-right">{row.before}</td>
                  <td className="px-3 py-2.5 text-right">{row.after}</td>
                  <td
                    className={`py-2.5 pl-3 text-right font-semibold ${row.after > row.before ? 'text-good' : row.after < row.before ? 'text-wrong' : 'text-soft'}`}
                  >
                    {signed(row.after - row.before)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      ) : null}
    </div>
  )
}
