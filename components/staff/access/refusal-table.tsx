import type { Translate } from '../../messages/catalogue.ts'
import { DataTable } from '../data-table.tsx'
import { When } from '../when.tsx'
import type { AccessShown } from './overview.ts'

/** Who was turned away and why, the newest first: the answer to "it does not let me in". */
export function RefusalTable(props: { refusals: AccessShown['refusals']; locale: string; zone: string; t: Translate }) {
  const { refusals, locale, zone, t } = props
  if (refusals.length === 0) return <p>{t('access.nobodyRefused')}</p>
  return (
    <DataTable
      caption={t('access.refusals')}
      columns={[
        { name: t('access.when') },
        { name: t('access.who') },
        { name: t('access.why') },
        { name: t('access.from') },
      ]}
      rows={refusals.map(({ id, person, reason, address, detail, at }) => ({
        key: id,
        cells: [
          <When key="at" iso={at} locale={locale} zone={zone} />,
          person,
          // the catalogue knows no hyphens in a choice
          t('access.refusedFor', { reason: reason === 'safe-browser' ? 'safeBrowser' : reason, detail }),
          address ?? '–',
        ],
      }))}
    />
  )
}
