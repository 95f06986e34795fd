import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { CourseNav } from '../../../../../components/people/course/course-nav.tsx'
import { ImportList } from '../../../../../components/people/import/import-list.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { courseParams } from '../../../../../lib/courses/course-input.ts'
import { courseSettings } from '../../../../../lib/courses/course-settings.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.import') }

export default async function ImportPage({ params }: { params: Promise<{ courseId: string }> }) {
  const address = courseParams.safeParse(await params)
  if (!address.success) notFound()
  const { courseId } = address.data
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const course = await load(`/staff/courses/${courseId}/import`, () => courseSettings(principal, courseId))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/courses/${courseId}`, text: course.title }}
        title={t('people.import')}
        facts={t('people.importLead')}
      />
      <CourseNav courseId={courseId} here="import" t={t} />
      <ImportList courseId={courseId} />
    </MessagesProvider>
  )
}
