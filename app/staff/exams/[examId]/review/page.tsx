import { messagesIn } from '../../../../../components/messages/catalogue.ts'
import { ReviewQueue } from '../../../../../components/staff/review-queue.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { reviewQueue } from '../../../../../lib/review/review-queue.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export default async function ReviewQueuePage({ params }: { params: Promise<{ examId: string }> }) {
  const { examId } = await params
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const entries = await load(`/staff/exams/${examId}/review`, () => reviewQueue(principal, examId))
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: t('staff.backToExam') }}
        title={t('staff.queueTitle')}
        facts={t('staff.queueLead')}
      />
      <ReviewQueue examId={examId} entries={entries} t={t} />
    </>
  )
}
