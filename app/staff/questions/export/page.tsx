import type { Metadata } from 'next'
import { ExportQuestions } from '../../../../components/exchange/export-questions.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { exportChoice } from '../../../../lib/exchange/export-choice.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('exchange.exportTitle') }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ExportQuestionsPage({ searchParams }: Props) {
  const { slugs } = await searchParams
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const asked = typeof slugs === 'string' ? slugs.split(',') : []
  const first = await load('/staff/questions/export', () => exportChoice(principal, asked))
  return (
    <>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('exchange.back') }}
        title={t('exchange.exportTitle')}
        facts={t('exchange.exportLead')}
      />
      <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank', 'exchange'])}>
        <ExportQuestions first={first} />
      </MessagesProvider>
    </>
  )
}
