import type { ReactNode } from 'react'
import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../../staff/data-table.tsx'

interface Entry {
  id: number
  at: string
  by: string
  action: string
  details: Record<string, unknown>
}

const many = (value: unknown) => (Array.isArray(value) ? value.length : 0)

/** What was done to a course and its people, in words; `when` prints a moment. */
export function CourseLog(props: { log: readonly Entry[]; t: Translate; when: (iso: string) => ReactNode }) {
  const { log, t } = props
  if (log.length === 0) return <p>{t('people.logEmpty')}</p>
  return (
    <DataTable
      caption={t('people.log')}
      columns={[{ name: t('people.logWhen') }, { name: t('people.logWho') }, { name: t('people.logWhat') }]}
      rows={log.map(({ id, at, by, action, details }) => ({
        key: String(id),
        cells: [
          props.when(at),
          by,
          t('people.logAction', {
            action,
            name: typeof details.name === 'string' ? details.name : '',
            n: typeof details.n === 'number' ? details.n : many(details.students),
            enrolled: many(details.enrolled),
            ahead: many(details.ahead),
            changed: many(details.changed),
            removed: many(details.removed),
          }),
        ],
      }))}
    />
  )
}
