import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link } from '../../site/buttons.ts'
import { DataTable } from '../data-table.tsx'
import { StaffSection } from '../staff-heading.tsx'
import { When } from '../when.tsx'

interface Waiting {
  attemptId: string
  code: string
  fields: number
  lastAt: string
}

/** Attempts with content that came late and waits for a decision; nothing where there are none. */
export function WaitingLate(props: { attempts: readonly Waiting[]; locale: string; zone: string; t: Translate }) {
  const { attempts, locale, zone, t } = props
  if (attempts.length === 0) return null
  return (
    <StaffSection title={t('evidence.waitingTitle')}>
      <p className="interface mb-4 text-soft">{t('evidence.waitingLead')}</p>
      <DataTable
        caption={t('evidence.waitingTitle')}
        columns={[{ name: t('evidence.submission') }, { name: t('staff.part') }, { name: t('evidence.lastAt') }]}
        rows={attempts.map(({ attemptId, code, fields, lastAt }) => ({
          key: attemptId,
          cells: [
            <Link
              key="code"
              href={`/staff/attempts/${attemptId}/history`}
              prefetch={false}
              className={`${link} whitespace-nowrap tabular-nums`}
            >
              {code}
            </Link>,
            t('evidence.waitingOf', { n: fields }),
            <When key="at" iso={lastAt} locale={locale} zone={zone} />,
          ],
        }))}
      />
    </StaffSection>
  )
}
