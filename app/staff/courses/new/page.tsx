import type { Metadata } from 'next'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { CourseForm } from '../../../../components/people/course/course-form.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { courseMaker } from '../../../../lib/courses/make-course.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.newCourse') }

export default async function NewCoursePage() {
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  await load('/staff/courses/new', () => courseMaker(principal))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff'])}>
      <StaffHeading
        back={{ href: '/staff', text: t('staff.title') }}
        title={t('people.newCourse')}
        facts={t('people.newCourseLead')}
      />
      <CourseForm courseId={null} zones={Intl.supportedValuesOf('timeZone')} />
    </MessagesProvider>
  )
}
