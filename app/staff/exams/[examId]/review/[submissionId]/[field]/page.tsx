import '../../../../../../fonts/math.css'
import { messagesIn } from '../../../../../../../components/messages/catalogue.ts'
import { ReviewDetail } from '../../../../../../../components/staff/review-detail.tsx'
import { reviewAddress } from '../../../../../../../components/staff/review-queue.tsx'
import { StaffHeading } from '../../../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../../../lib/auth/current.ts'
import { reviewEntry } from '../../../../../../../lib/review/review-entry.ts'
import { load } from '../../../../../../load.ts'
import { requestSettings } from '../../../../../../request.ts'

interface Params {
  examId: string
  submissionId: string
  field: string
}

export default async function ReviewPage({ params }: { params: Promise<Params> }) {
  const { examId, submissionId, field: encoded } = await params
  const field = decodeURIComponent(encoded)
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const queue = `/staff/exams/${examId}/review`
  const entry = await load(reviewAddress(examId, { submissionId, field }), () =>
    reviewEntry(principal, submissionId, field),
  )
  return (
    <>
      <StaffHeading
        back={{ href: queue, text: t('staff.queueTitle') }}
        title={t('staff.reviewTitle', { label: entry.label })}
        facts={entry.title}
      />
      <ReviewDetail
        key={`${submissionId}/${field}/${entry.version}`}
        entry={entry}
        locale={locale}
        zone={zone}
        t={t}
        next={entry.next ? reviewAddress(examId, entry.next) : queue}
      />
    </>
  )
}
