import { messagesIn } from '../../../../../components/messages/catalogue.ts'
import { WaitingLate } from '../../../../../components/staff/history/waiting-late.tsx'
import { ReviewQueue } from '../../../../../components/staff/review-queue.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { waitingLate } from '../../../../../lib/late/waiting-late.ts'
import { reviewQueue } from '../../../../../lib/review/review-queue.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export default async function ReviewQueuePage({ params }: { params: Promise<{ examId: string }> }) {
  const { examId } = await params
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const [entries, late] = await load(`/staff/exams/${examId}/review`, () =>
    Promise.all([reviewQueue(principal, examId), waitingLate(principal, examId)]),
  )
  return (
    <>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: t('staff.backToExam') }}
        title={t('staff.queueTitle')}
        facts={t('staff.queueLead')}
      />
      <ReviewQueue examId={examId} entries={entries} t={t} />
      <WaitingLate attempts={late} locale={locale} zone={zone} t={t} />
    </>
  )
}
