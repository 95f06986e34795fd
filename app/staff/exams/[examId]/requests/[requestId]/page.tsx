import '../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { messagesIn, pickMessages } from '../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../components/messages/provider.tsx'
import { RequestDesk } from '../../../../../../components/requests/desk/request-desk.tsx'
import { screenMessages } from '../../../../../../components/staff/review/screen/screen-messages.ts'
import { StaffHeading } from '../../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../../lib/auth/current.ts'
import { readRequest } from '../../../../../../lib/requests/read-request.ts'
import { requestParams } from '../../../../../../lib/requests/request-body.ts'
import { load } from '../../../../../load.ts'
import { requestSettings } from '../../../../../request.ts'

interface Props {
  params: Promise<{ examId: string; requestId: string }>
}

export default async function RequestPage({ params }: Props) {
  const { examId, requestId } = await params
  if (!requestParams.safeParse({ requestId }).success) notFound()
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const back = `/staff/exams/${examId}/requests`
  const request = await load(`${back}/${requestId}`, () => readRequest(principal, requestId))
  if (request.examId !== examId) notFound()
  const { question, name } = request.card
  const label = question.paper.fields.find((field) => field.name === name)?.label ?? name
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, [...screenMessages, 'requests'])}>
      <StaffHeading
        back={{ href: back, text: t('requests.back') }}
        title={t('requests.detailTitle', { label })}
        facts={t('requests.detailFacts', { code: request.code, question: question.title })}
      />
      <RequestDesk request={request} zone={zone} />
    </MessagesProvider>
  )
}
