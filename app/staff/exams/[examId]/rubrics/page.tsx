import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn } from '../../../../../components/messages/catalogue.ts'
import { RubricList } from '../../../../../components/staff/rubric/rubric-list.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { examRubrics } from '../../../../../lib/review/rubric/exam-rubrics.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('rubric.title') }

export default async function RubricsPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { exam, parts } = await load(`/staff/exams/${examId}/rubrics`, () => examRubrics(principal, examId))
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('rubric.title')}
        facts={t('rubric.lead')}
      />
      <RubricList examId={examId} parts={parts} t={t} />
    </>
  )
}
