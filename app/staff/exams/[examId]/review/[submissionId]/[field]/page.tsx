import '../../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { pickMessages } from '../../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../../components/messages/provider.tsx'
import { answerAddress } from '../../../../../../../components/staff/review/addresses.ts'
import { ReviewScreen } from '../../../../../../../components/staff/review/screen/review-screen.tsx'
import { screenMessages } from '../../../../../../../components/staff/review/screen/screen-messages.ts'
import { currentPrincipal } from '../../../../../../../lib/auth/current.ts'
import { answerParams } from '../../../../../../../lib/review/queue/answer-params.ts'
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
  const address = answerParams.safeParse({ submissionId, field: decodeURIComponent(encoded) })
  if (!address.success) notFound()
  const { field } = address.data
  const { locale, zone } = await requestSettings()
  const principal = await currentPrincipal()
  const { exam, card } = await load(answerAddress(examId, submissionId, field), () =>
    reviewEntry(principal, submissionId, field),
  )
  if (exam.id !== examId) notFound()
  const label = card.question.paper.fields.find(({ name }) => name === card.name)?.label ?? card.name
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, screenMessages)}>
      <ReviewScreen
        examId={examId}
        field={field}
        first={card}
        me={{ id: principal?.personId ?? '', name: principal?.name ?? '' }}
        zone={zone}
        title={`${card.question.title}: ${label}`}
        back={`/staff/exams/${examId}/review`}
      />
    </MessagesProvider>
  )
}
