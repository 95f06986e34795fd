import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { link } from '../../../../../components/site/buttons.ts'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { TimeTable } from '../../../../../components/staff/time/time-table.tsx'
import { WindowForm } from '../../../../../components/staff/time/window-form.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { runningExam } from '../../../../../lib/invigilation/running-exam.ts'
import { localTime } from '../../../../../lib/time/local-time.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('running.timeTitle') }

export default async function TimePage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const exam = await load(`/staff/exams/${examId}/time`, () => runningExam(principal, examId))
  const own = exam.zone ?? zone
  const local = (iso: string | null) => (iso ? localTime(Date.parse(iso), own) : '')
  const zones = [...new Set([own, zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['running', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('running.timeTitle')}
        facts={t('running.timeLead')}
      />
      {exam.mayChange ? (
        <StaffSection title={t('running.window')}>
          <WindowForm
            examId={examId}
            zone={own}
            zones={zones}
            start={{ opens: local(exam.opensAt), closes: local(exam.closesAt) }}
          />
        </StaffSection>
      ) : null}
      <StaffSection title={t('running.students')}>
        {exam.mayChange && !exam.trial ? (
          <p className="interface mb-4">
            <Link href={`/staff/courses/${exam.courseId}/time?exam=${examId}`} prefetch={false} className={link}>
              {t('running.timeMany')}
            </Link>
          </p>
        ) : null}
        <TimeTable
          path={`/api/staff/v1/exams/${examId}/accommodations`}
          students={exam.sitters}
          mayChange={exam.mayChange}
        />
      </StaffSection>
    </MessagesProvider>
  )
}
