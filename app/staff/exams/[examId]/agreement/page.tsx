import type { Metadata } from 'next'
import '../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { DifferingTable } from '../../../../../components/staff/agreement/differing-table.tsx'
import { NamesForm } from '../../../../../components/staff/agreement/names-form.tsx'
import { PartSection } from '../../../../../components/staff/agreement/part-section.tsx'
import { TaskList } from '../../../../../components/staff/agreement/task-list.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { agreementPage } from '../../../../../lib/review/blind/agreement-page.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('agreement.title') }

export default async function AgreementPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const { title, parts, tasks, differing, agreement } = await load(`/staff/exams/${examId}/agreement`, () =>
    agreementPage(principal, examId),
  )
  const names = new Map(
    parts.map((part) => [part.field, t('agreement.partHead', { title: part.title, label: part.label })]),
  )
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['agreement', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: title }}
        title={t('agreement.title')}
        facts={t('agreement.lead')}
      />
      <StaffSection title={t('agreement.tasks')}>
        <TaskList examId={examId} tasks={tasks} t={t} />
      </StaffSection>
      <StaffSection title={t('agreement.differing')}>
        <p className="interface mb-4 max-w-measure text-soft">{t('agreement.differingLead')}</p>
        <DifferingTable examId={examId} scores={differing} names={names} t={t} />
      </StaffSection>
      {agreement ? (
        <>
          <StaffSection title={t('agreement.parts')}>
            {agreement.parts.length === 0 ? <p>{t('agreement.noParts')}</p> : null}
            {agreement.parts.map((part) => (
              <PartSection key={part.field} examId={examId} part={part} t={t} />
            ))}
            <details className="interface mt-6 max-w-measure">
              <summary className="cursor-pointer">{t('agreement.method')}</summary>
              <p className="mt-2">{t('agreement.methodKappa')}</p>
              <p className="mt-2">{t('agreement.methodWords')}</p>
              <p className="mt-2">{t('agreement.methodSeconds')}</p>
            </details>
          </StaffSection>
          <StaffSection title={t('agreement.names')}>
            <p className="interface mb-4 max-w-measure">{t('agreement.namesNow', { state: agreement.namesNow })}</p>
            <NamesForm
              examId={examId}
              anonymous={agreement.blindness.anonymous}
              namesForAssistants={agreement.blindness.namesForAssistants}
            />
          </StaffSection>
        </>
      ) : null}
    </MessagesProvider>
  )
}
