import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../data-table.tsx'
import { When } from '../when.tsx'
import type { Decision, Times } from './overview.ts'
import { shownInWords } from './shown.ts'

/** Every release and every recall: who, when, what and why. */
export function ReleaseHistory({ history, locale, zone, t }: Times & { history: readonly Decision[]; t: Translate }) {
  if (history.length === 0) return <p>{t('release.historyNone')}</p>
  return (
    <DataTable
      caption={t('release.history')}
      columns={[
        { name: t('release.who') },
        { name: t('release.effect') },
        { name: t('release.stateColumn') },
        { name: t('release.shownColumn') },
        { name: t('release.noteColumn') },
      ]}
      rows={history.map((one) => ({
        key: one.id,
        cells: [
          one.person,
          <When key="effect" iso={one.takesEffect} locale={locale} zone={zone} />,
          t('release.state', { state: one.state }),
          <span key="shown" className="block min-w-48">
            {one.shows ? shownInWords(one.shows, t) : t('release.tookBack')}
          </span>,
          <span key="note" className="block min-w-32 wrap-anywhere">
            {one.note}
          </span>,
        ],
      }))}
    />
  )
}
