import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { BuilderNav } from '../../../../../components/builder/builder-nav.tsx'
import { DrawAnew } from '../../../../../components/builder/draw-anew.tsx'
import { ProblemLines } from '../../../../../components/builder/problem-lines.tsx'
import { PublishPanel } from '../../../../../components/builder/publish-panel.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { RefreshEvery } from '../../../../../components/staff/progress/refresh-every.tsx'
import { SendButton } from '../../../../../components/staff/send-button.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { examChecklist } from '../../../../../lib/exams/checklist/exam-checklist.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('builder.checkTitle') }

export default async function ChecklistPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const [{ locale }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const t = messagesIn(locale)
  const { exam, checks, mayPublish, problems, corrected } = await load(`/staff/exams/${examId}/checklist`, () =>
    examChecklist(principal, examId),
  )
  const { state } = exam
  const open = state === 'draft' || state === 'failed'
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['builder', 'checks', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('builder.checkTitle')}
        facts={open ? t('builder.checkLead') : t('staff.examState', { state })}
      />
      <BuilderNav examId={examId} here="checklist" t={t} />
      {state === 'publishing' ? (
        <p role="status">
          {t('builder.nowPublishing')}
          <RefreshEvery seconds={2} />
        </p>
      ) : null}
      {state === 'published' ? <p role="status">{t('builder.isPublished')}</p> : null}
      {corrected.length > 0 && mayPublish ? (
        <DrawAnew examId={examId} corrected={corrected.map(({ title }) => title)} checks={checks} />
      ) : null}
      {state === 'published' && mayPublish && exam.attempts === 0 ? (
        <div className="mt-5">
          <SendButton path={`/api/staff/v1/exams/${examId}/unpublish`}>{t('builder.takeBack')}</SendButton>
          <p className="interface text-fine text-soft">{t('builder.takeBackHint')}</p>
        </div>
      ) : null}
      {state === 'failed' && problems.length > 0 ? (
        <div role="status" className="border-l-2 border-wrong pl-4">
          <p>{t('builder.publishFailed')}</p>
          <ProblemLines problems={problems} />
        </div>
      ) : null}
      {open ? <PublishPanel examId={examId} checks={checks} mayPublish={mayPublish} /> : null}
    </MessagesProvider>
  )
}
