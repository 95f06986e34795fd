'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { Scrolling } from '../scrolling.tsx'

interface Props {
  /** what stands above each column, in words of the catalogue */
  columns: readonly string[]
  /** whether a column without a heading follows, for what can be done with a row */
  actions?: boolean
  children: ReactNode
}

/** The students of an exam, a row each. */
export function StudentsTable({ columns, actions = false, children }: Props) {
  const { t } = useMessages()
  return (
    <Scrolling name={t('running.students')}>
      <table className="interface w-full min-w-2xl border-collapse text-left">
        <caption className="sr-only">{t('running.students')}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map((heading) => (
              <th key={heading} scope="col" className="eyebrow px-3 py-2 font-normal first:pl-0">
                {heading}
              </th>
            ))}
            {actions ? <td /> : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolling>
  )
}
