import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BuilderNav } from '../../../../../components/builder/builder-nav.tsx'
import { TrialPanel } from '../../../../../components/builder/trial-panel.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { readTrial } from '../../../../../lib/exams/trial/read-trial.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('builder.trialTitle') }

export default async function TrialPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const [{ locale }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const t = messagesIn(locale)
  const { exam, trial } = await load(`/staff/exams/${examId}/trial`, () => readTrial(principal, examId))
  const obstacle = exam.trialOf ? 'trial' : exam.questions === 0 ? 'empty' : null
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['builder', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('builder.trialTitle')}
        facts={t('builder.trialLead')}
      />
      <BuilderNav examId={examId} here="trial" t={t} />
      <TrialPanel examId={examId} obstacle={obstacle} trial={trial} />
    </MessagesProvider>
  )
}
