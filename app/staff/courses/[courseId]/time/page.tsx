import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { CourseNav } from '../../../../../components/people/course/course-nav.tsx'
import { FillRooms } from '../../../../../components/people/time/fill-rooms.tsx'
import { SeatGroups } from '../../../../../components/people/time/seat-groups.tsx'
import { TimeImport } from '../../../../../components/people/time/time-import.tsx'
import { TimePlaces } from '../../../../../components/people/time/time-places.tsx'
import { link } from '../../../../../components/site/buttons.ts'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { TimeTable } from '../../../../../components/staff/time/time-table.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { courseParams } from '../../../../../lib/courses/course-input.ts'
import { courseSettings } from '../../../../../lib/courses/course-settings.ts'
import { type CourseTimes, courseTimes } from '../../../../../lib/courses/time/course-times.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('people.time') }

interface Props {
  params: Promise<{ courseId: string }>
  searchParams: Promise<{ exam?: string | string[] }>
}

export default async function CourseTimePage({ params, searchParams }: Props) {
  const address = courseParams.safeParse(await params)
  const asked = (await searchParams).exam
  const named = asked === undefined ? null : examParams.safeParse({ examId: asked })
  if (!address.success || named?.success === false) notFound()
  const { courseId } = address.data
  const examId = named?.data?.examId ?? null
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [course, { exam, exams, students }] = await load(`/staff/courses/${courseId}/time`, () =>
    Promise.all([courseSettings(principal, courseId), courseTimes(principal, courseId, examId)]),
  )
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['people', 'running', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/courses/${courseId}`, text: course.title }}
        title={t('people.time')}
        facts={exam ? t('people.timeOfLead') : t('people.timeLead')}
      />
      <CourseNav courseId={courseId} here="time" t={t} />
      <TimePlaces courseId={courseId} exams={exams} here={examId} t={t} />
      <StaffSection title={t('people.timeFile')}>
        <TimeImport key={examId} courseId={courseId} examId={examId} />
        {exam ? null : <p className="interface mt-3 text-fine text-soft">{t('people.noRooms')}</p>}
      </StaffSection>
      {exam ? (
        <StaffSection title={t('people.rooms')}>
          <SeatGroups examId={exam.id} groups={groupsOf(students)} />
        </StaffSection>
      ) : null}
      {exam ? (
        <StaffSection title={t('people.roomsBySeats')}>
          <FillRooms examId={exam.id} />
        </StaffSection>
      ) : null}
      <StaffSection title={t('people.timeByHand')}>
        {exam ? (
          <p className="interface">
            <Link href={`/staff/exams/${exam.id}/time`} prefetch={false} className={link}>
              {t('people.timeByHandOne')}
            </Link>
          </p>
        ) : (
          <TimeTable
            path={`/api/staff/v1/courses/${courseId}/accommodations`}
            students={students}
            mayChange
            rooms={false}
          />
        )}
      </StaffSection>
    </MessagesProvider>
  )
}

/** Groups with their sizes in the order of their names; those without one last. */
function groupsOf(students: CourseTimes['students']): { group: string | null; students: number }[] {
  const sizes = new Map<string | null, number>()
  for (const { group } of students) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const order = (group: string | null) => (group === null ? '\uffff' : group)
  return [...sizes]
    .sort(([a], [b]) => order(a).localeCompare(order(b), undefined, { numeric: true }))
    .map(([group, n]) => ({ group, students: n }))
}
