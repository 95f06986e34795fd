'use client'
import type { Translate } from '../../messages/catalogue.ts'
import { useMessages } from '../../messages/provider.tsx'
import { DataTable } from '../../staff/data-table.tsx'

interface Values {
  percent: number
  extraMinutes: number
  room: string
  reason: string
}
export type TimeStep = { line: number; name: string; email: string } & (
  | { does: 'set' | 'same'; personId: string; before: Values; after: Values }
  | { does: 'error'; problem: string }
)

/** So many rows of each kind are shown: what is more of the same is counted. */
const most = 200

function saidOf({ percent, extraMinutes, room, reason }: Values, t: Translate): string {
  const said = t('people.timeValue', { percent, minutes: extraMinutes, room: room === '' ? 'none' : room })
  return reason === '' ? said : `${said} (${reason})`
}

/** What a list of times would set, problems first. */
export function TimePreview({ rows }: { rows: readonly TimeStep[] }) {
  const { t } = useMessages()
  const order = ['error', 'set', 'same'] as const
  const counts = order.map((does) => ({ does, n: rows.filter((row) => row.does === does).length }))
  const shown = order.slice(0, 2).flatMap((does) => rows.filter((row) => row.does === does).slice(0, most))
  return (
    <>
      <p className="interface mb-3">
        {counts
          .filter(({ n }) => n > 0)
          .map(({ does, n }) => `${n} ${t('people.timeDoes', { does })}`)
          .join(' · ')}
      </p>
      {shown.length === 0 ? null : (
        <DataTable
          caption={t('people.whatWould')}
          columns={[{ name: t('people.line') }, { name: t('people.person') }, { name: t('people.what') }]}
          rows={shown.map((row) => ({
            key: String(row.line),
            cells: [
              row.line,
              row.name,
              row.does === 'error' ? (
                <span key="problem" className="text-wrong">
                  {row.problem}
                </span>
              ) : (
                t('people.timeChange', { before: saidOf(row.before, t), after: saidOf(row.after, t) })
              ),
            ],
          }))}
        />
      )}
    </>
  )
}
