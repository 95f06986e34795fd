import type { Metadata } from 'next'
import Link from 'next/link'
import { ExportForm } from '../../../../components/bank/export-form.tsx'
import { ImportPanel } from '../../../../components/bank/import-panel.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { link } from '../../../../components/site/buttons.ts'
import { StaffHeading, StaffSection } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { searchBank } from '../../../../lib/questions/bank/search-bank.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('bankFiles.title') }

export default async function QuestionFilesPage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { courses, collections, administrator } = await load('/staff/questions/files', () => searchBank(principal))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank', 'bankFiles', 'staff'])}>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('bankFiles.back') }}
        title={t('bankFiles.title')}
        facts={t('bankFiles.lead')}
      />
      <StaffSection title={t('bankFiles.bringIn')}>
        <p className="mb-5">{t('bankFiles.bringInLead')}</p>
        <ImportPanel courses={courses} house={administrator} />
        <p className="mt-5">
          <Link href="/staff/questions/import" prefetch={false} className={link}>
            {t('bankFiles.foreignIn')}
          </Link>
        </p>
      </StaffSection>
      <StaffSection title={t('bankFiles.takeOut')}>
        <p className="mb-5">{t('bankFiles.takeOutLead')}</p>
        <ExportForm bank={{ courses, collections }} t={t} />
        <p className="mt-5">
          <Link href="/staff/questions/export" prefetch={false} className={link}>
            {t('bankFiles.foreign')}
          </Link>
        </p>
      </StaffSection>
    </MessagesProvider>
  )
}
