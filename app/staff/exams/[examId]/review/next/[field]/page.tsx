import '../../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { pickMessages } from '../../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../../components/messages/provider.tsx'
import { nextAddress } from '../../../../../../../components/staff/review/addresses.ts'
import { ReviewScreen } from '../../../../../../../components/staff/review/screen/review-screen.tsx'
import { screenMessages } from '../../../../../../../components/staff/review/screen/screen-messages.ts'
import { examParams } from '../../../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../../../lib/auth/current.ts'
import { reviewedPart } from '../../../../../../../lib/review/queue/reviewed-part.ts'
import { load } from '../../../../../../load.ts'
import { requestSettings } from '../../../../../../request.ts'

/** The next answer of a part that waits comes by itself: it is claimed when the page is there, not when a link is seen. */
export default async function NextAnswerPage({ params }: { params: Promise<{ examId: string; field: string }> }) {
  const { examId, field: encoded } = await params
  const address = examParams.safeParse({ examId })
  if (!address.success) notFound()
  const field = decodeURIComponent(encoded)
  const { locale, zone } = await requestSettings()
  const principal = await currentPrincipal()
  const part = await load(nextAddress(examId, field), () => reviewedPart(principal, examId, field))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, screenMessages)}>
      <ReviewScreen
        examId={examId}
        field={field}
        first={null}
        me={{ id: principal?.personId ?? '', name: principal?.name ?? '' }}
        zone={zone}
        title={`${part.title}: ${part.label}`}
        back={`/staff/exams/${examId}/review`}
      />
    </MessagesProvider>
  )
}
