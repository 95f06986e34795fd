import '../../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { messagesIn, pickMessages } from '../../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../../components/messages/provider.tsx'
import { rubricPage } from '../../../../../../components/staff/rubric/rubric.ts'
import { RubricWorkshop } from '../../../../../../components/staff/rubric/rubric-workshop.tsx'
import { StaffHeading } from '../../../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../../../lib/auth/current.ts'
import { readRubric } from '../../../../../../lib/review/rubric/read-rubric.ts'
import { partParams } from '../../../../../../lib/review/rubric/require-part.ts'
import { load } from '../../../../../load.ts'
import { requestSettings } from '../../../../../request.ts'

interface Props {
  params: Promise<{ examId: string; field: string }>
}

export default async function RubricPage({ params }: Props) {
  const { examId, field: encoded } = await params
  const address = partParams.safeParse({ examId, field: decodeURIComponent(encoded) })
  if (!address.success) notFound()
  const { field } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const rubric = await load(rubricPage(examId, field), () => readRubric(principal, examId, field))
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['rubric', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}/rubrics`, text: t('rubric.back') }}
        title={t('rubric.titleOf', { label: rubric.label })}
        facts={`${rubric.title} · ${t('rubric.facts', { points: rubric.possible, n: rubric.reviewed })}`}
      />
      <RubricWorkshop start={rubric} locale={locale} zone={zone} />
    </MessagesProvider>
  )
}
