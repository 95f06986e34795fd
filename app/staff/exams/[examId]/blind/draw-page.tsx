import '../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { blindAddress } from '../../../../../components/staff/agreement/agreement.ts'
import { BlindScreen } from '../../../../../components/staff/agreement/blind-screen.tsx'
import { screenMessages } from '../../../../../components/staff/review/screen/screen-messages.ts'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { reviewedPart } from '../../../../../lib/review/queue/reviewed-part.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export interface BlindParams {
  params: Promise<{ examId: string; field: string }>
}

/** Answers of a part to be scored without seeing what others gave. */
export async function drawBlindPage(purpose: 'second' | 'calibration', { params }: BlindParams) {
  const { examId, field: encoded } = await params
  if (!examParams.safeParse({ examId }).success) notFound()
  const field = decodeURIComponent(encoded)
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const found = await load(blindAddress(examId, purpose, field), () => reviewedPart(principal, examId, field))
  const part = t('agreement.partHead', { title: found.title, label: found.label })
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, screenMessages)}>
      <BlindScreen
        purpose={purpose}
        examId={examId}
        field={field}
        me={{ id: principal?.personId ?? '', name: principal?.name ?? '' }}
        zone={zone}
        title={purpose === 'second' ? t('agreement.secondTitle', { part }) : t('agreement.calibrationTitle', { part })}
        back={`/staff/exams/${examId}/agreement`}
      />
    </MessagesProvider>
  )
}
