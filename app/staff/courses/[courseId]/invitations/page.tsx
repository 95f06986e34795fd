import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { CourseNav } from '../../../../../components/people/course/course-nav.tsx'
import { CodeSlips } from '../../../../../components/people/invitations/code-slips.tsx'
import { InvitePanel } from '../../../../../components/people/invitations/invite-panel.tsx'
import { printTime } from '../../../../../components/site/times.ts'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { courseParams } from '../../../../../lib/courses/course-input.ts'
import { courseSettings } from '../../../../../lib/courses/course-settings.ts'
import { printedCodes } from '../../../../../lib/courses/invitations/printed-codes.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.invitations') }

export default async function InvitationsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const address = courseParams.safeParse(await params)
  if (!address.success) notFound()
  const { courseId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [course, { people, sendsMail, joinAt }] = await load(`/staff/courses/${courseId}/invitations`, () =>
    Promise.all([courseSettings(principal, courseId), printedCodes(principal, courseId)]),
  )
  const host = (await headers()).get('host') ?? ''
  const ends = new Map(people.map(({ personId, expiresAt }) => [personId, expiresAt]))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'staff'])}>
      <div className="print:hidden">
        <StaffHeading
          back={{ href: `/staff/courses/${courseId}`, text: course.title }}
          title={t('people.invitations')}
          facts={t('people.invitationsLead')}
        />
        <CourseNav courseId={courseId} here="invitations" t={t} />
      </div>
      {people.length === 0 ? (
        <p>{t('people.noneAhead')}</p>
      ) : (
        <>
          <InvitePanel
            courseId={courseId}
            ahead={people.length}
            withoutCode={people.filter(({ code }) => code === null).length}
            sendsMail={sendsMail}
          />
          <CodeSlips
            course={course.title}
            people={people}
            joinAt={joinAt ?? `${host}/join`}
            t={t}
            until={({ personId }) => {
              const at = ends.get(personId)
              return at ? t('people.goodUntil', { at: printTime(at, locale, zone) }) : ''
            }}
          />
        </>
      )}
    </MessagesProvider>
  )
}
