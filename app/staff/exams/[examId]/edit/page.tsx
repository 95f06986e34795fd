import type { Metadata } from 'next'
import '../../../../fonts/math.css'
import { notFound } from 'next/navigation'
import { BuilderNav } from '../../../../../components/builder/builder-nav.tsx'
import { ExamBuilder } from '../../../../../components/builder/exam-builder.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { examPlan } from '../../../../../lib/exams/plan/exam-plan.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('builder.navEdit') }

export default async function EditExamPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const [{ locale, zone }, principal] = await Promise.all([requestSettings(), currentPrincipal()])
  const t = messagesIn(locale)
  const exam = await load(`/staff/exams/${examId}/edit`, () => examPlan(principal, examId, zone))
  const { opensAt: _o, closesAt: _c, releaseAt: _r, requestsUntil: _u, ...plan } = exam.plan
  const zones = [...new Set([exam.entered.zone, zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
  const built = {
    examId,
    courseId: exam.course.id,
    plan: { ...plan, ...exam.entered },
    revision: exam.revision,
    state: exam.state,
    attempts: exam.attempts,
    trial: exam.trialOf !== null,
    open: exam.open,
    mayChange: exam.mayChange,
    questions: exam.questions,
    access: exam.access,
    changed: exam.changed,
  }
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank', 'builder', 'release', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.plan.title }}
        title={t('builder.navEdit')}
        facts={[exam.course.title, t('staff.examState', { state: exam.state })].join(' · ')}
      />
      <BuilderNav examId={examId} here="edit" t={t} />
      <ExamBuilder key={exam.state} built={built} zones={zones} zone={zone} />
    </MessagesProvider>
  )
}
