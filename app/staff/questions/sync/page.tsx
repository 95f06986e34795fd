import { SyncList } from '../../../../components/bank/sync-list.tsx'
import { messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { compareSides } from '../../../../lib/questions/files/compare-sides.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export default async function SyncPage() {
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { questions } = await load('/staff/questions/sync', () => compareSides(principal))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank', 'bankFiles', 'staff', 'versions'])}>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('bankFiles.back') }}
        title={t('bankFiles.syncTitle')}
        facts={t('bankFiles.syncLead')}
      />
      {questions.length === 0 ? <p>{t('bankFiles.syncNone')}</p> : <SyncList questions={questions} zone={zone} />}
    </MessagesProvider>
  )
}
