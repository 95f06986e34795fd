import type { Metadata } from 'next'
import { NewExamForm } from '../../../../components/builder/new-exam-form.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { listCourses } from '../../../../lib/courses/list-courses.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('builder.newTitle') }

export default async function NewExamPage({ searchParams }: { searchParams: Promise<{ course?: string | string[] }> }) {
  const [{ locale }, principal, { course }] = await Promise.all([requestSettings(), currentPrincipal(), searchParams])
  const t = messagesIn(locale)
  const courses = (await load('/staff/exams/new', () => listCourses(principal))).filter(
    ({ role, archived }) => !archived && (role === 'instructor' || role === 'administrator'),
  )
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['builder', 'staff'])}>
      <StaffHeading
        back={{ href: '/staff', text: t('staff.backToExams') }}
        title={t('builder.newTitle')}
        facts={t('builder.newLead')}
      />
      {courses.length === 0 ? (
        <p>{t('builder.noCourse')}</p>
      ) : (
        <NewExamForm
          courses={courses.map(({ id, title, term }) => ({ id, title: [title, term].filter(Boolean).join(', ') }))}
          chosen={typeof course === 'string' ? course : null}
        />
      )}
    </MessagesProvider>
  )
}
