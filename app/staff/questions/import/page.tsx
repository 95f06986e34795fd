import type { Metadata } from 'next'
import { ImportQuestions } from '../../../../components/exchange/import-questions.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { importCourses } from '../../../../lib/exchange/import-courses.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('exchange.importTitle') }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ImportQuestionsPage({ searchParams }: Props) {
  const { course } = await searchParams
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const courses = await load('/staff/questions/import', () => importCourses(principal))
  return (
    <>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('exchange.back') }}
        title={t('exchange.importTitle')}
        facts={t('exchange.importLead')}
      />
      {courses.length === 0 ? (
        <p>{t('exchange.noCourse')}</p>
      ) : (
        <MessagesProvider locale={locale} messages={pickMessages(locale, ['exchange'])}>
          <ImportQuestions courses={courses} courseId={typeof course === 'string' ? course : null} />
        </MessagesProvider>
      )}
    </>
  )
}
