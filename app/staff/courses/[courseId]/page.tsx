import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { CourseNav } from '../../../../components/people/course/course-nav.tsx'
import { AddPerson } from '../../../../components/people/list/add-person.tsx'
import { PeopleList } from '../../../../components/people/list/people-list.tsx'
import { link } from '../../../../components/site/buttons.ts'
import { StaffHeading, StaffSection } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { courseParams } from '../../../../lib/courses/course-input.ts'
import { coursePeople } from '../../../../lib/courses/course-people.ts'
import { courseSettings } from '../../../../lib/courses/course-settings.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.list') }

export default async function CoursePage({ params }: { params: Promise<{ courseId: string }> }) {
  const address = courseParams.safeParse(await params)
  if (!address.success) notFound()
  const { courseId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [course, people] = await load(`/staff/courses/${courseId}`, () =>
    Promise.all([courseSettings(principal, courseId), coursePeople(principal, courseId)]),
  )
  const students = people.filter(({ role }) => role === 'student').length
  const ahead = people.filter((person) => person.ahead).length
  const counts = t('people.counts', { students, staff: people.length - students, ahead })
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff'])}>
      <StaffHeading
        back={{ href: '/staff', text: t('staff.title') }}
        title={course.title}
        facts={[course.term, counts].filter(Boolean).join(' · ')}
      />
      <CourseNav courseId={courseId} here="list" t={t} />
      {people.length < 2 ? (
        <p>{t('people.nobody')}</p>
      ) : (
        <>
          <PeopleList courseId={courseId} people={people} zone={zone} />
          <p className="interface mt-6">
            <a className={link} href={`/api/staff/v1/courses/${courseId}/export`} download>
              {t('people.export')}
            </a>
          </p>
        </>
      )}
      <StaffSection title={t('people.add')}>
        <AddPerson courseId={courseId} />
      </StaffSection>
    </MessagesProvider>
  )
}
