import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { RunningExam } from '../../../../../components/staff/running/running-exam.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { runningExam } from '../../../../../lib/invigilation/running-exam.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('running.title') }

export default async function RunningExamPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const exam = await load(`/staff/exams/${examId}/running`, () => runningExam(principal, examId))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['running', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('running.title')}
        facts={t('running.lead')}
      />
      <RunningExam start={exam} zone={zone} />
    </MessagesProvider>
  )
}
