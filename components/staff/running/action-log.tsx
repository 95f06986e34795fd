'use client'
import type { Translate } from '../../messages/catalogue.ts'
import { useMessages } from '../../messages/provider.tsx'
import { DataTable } from '../data-table.tsx'
import { useNewest } from './newest-first.tsx'
import { printClock } from './print-clock.ts'
import type { LoggedAction } from './running.ts'

/** What staff did to this exam, the newest first. Nothing is ever taken out of it. */
export function ActionLog({ log, zone }: { log: readonly LoggedAction[]; zone: string }) {
  const { t, locale } = useMessages()
  const time = printClock(locale, zone)
  const { shown, more } = useNewest(log, 10)
  if (log.length === 0) return <p>{t('running.logEmpty')}</p>
  return (
    <>
      <DataTable
        caption={t('running.log')}
        columns={[{ name: t('running.when') }, { name: t('running.who') }, { name: t('running.what') }]}
        rows={shown.map((entry) => ({
          key: String(entry.id),
          cells: [momentCell(entry, time), entry.by, whatCell(t, entry)],
        }))}
      />
      {more}
    </>
  )
}

const momentCell = (entry: LoggedAction, time: (iso: string) => string) => (
  <time key="at" dateTime={entry.at} className="whitespace-nowrap">
    {time(entry.at)}
  </time>
)

const whatCell = (t: Translate, entry: LoggedAction) => (
  <span key="what" className="block min-w-64 wrap-anywhere">
    {whatText(t, entry)}
    {entry.reason === '' ? null : <span className="block text-soft">{entry.reason}</span>}
  </span>
)

/** The catalogue knows no hyphens in a choice. */
const plain = (action: string) => action.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

function exemptedFrom({ networks, safeBrowser }: LoggedAction['details']): string {
  if (networks === true && safeBrowser === true) return 'both'
  return networks === true ? 'networks' : safeBrowser === true ? 'safeBrowser' : 'none'
}

function whatText(t: Translate, { action, details, student }: LoggedAction): string {
  const { minutes, room, scope, text, students } = details
  const to = scope === 'room' ? t('running.inRoom', { room: String(room) }) : (student ?? t('running.toAll'))
  const n = Array.isArray(students) ? students.length : 0
  const what = t('running.action', {
    action: plain(action),
    to,
    n,
    minutes: Number(minutes ?? 0),
    text: String(text ?? ''),
    rules: exemptedFrom(details),
  })
  return student !== null && action !== 'extend' ? t('running.ofStudent', { name: student, what }) : what
}
