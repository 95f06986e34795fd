import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { ReleaseChecklist } from '../../../../../components/staff/release/checklist.tsx'
import { MailStatus } from '../../../../../components/staff/release/mail-status.tsx'
import { ReleaseForm } from '../../../../../components/staff/release/release-form.tsx'
import { ReleaseHistory } from '../../../../../components/staff/release/release-history.tsx'
import { ReleaseNow } from '../../../../../components/staff/release/release-now.tsx'
import { presets } from '../../../../../components/staff/release/shown.ts'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { releaseOverview } from '../../../../../lib/release/release-overview.ts'
import { localTime } from '../../../../../lib/time/local-time.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('release.title') }

const week = 7 * 86_400_000

export default async function ReleasePage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const exam = await load(`/staff/exams/${examId}/release`, () => releaseOverview(principal, examId))
  const last = exam.history.find(({ shows }) => shows !== null)
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['release', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: exam.title }}
        title={t('release.title')}
        facts={t('release.lead')}
      />
      <StaffSection title={t('release.now')}>
        <ReleaseNow examId={examId} overview={exam} locale={locale} zone={zone} t={t} />
      </StaffSection>
      <StaffSection title={t('release.check')}>
        <ReleaseChecklist examId={examId} checklist={exam.checklist} t={t} />
      </StaffSection>
      <StaffSection title={t(exam.release.shows ? 'release.newAgain' : 'release.new')}>
        <ReleaseForm
          examId={examId}
          zone={zone}
          start={last?.shows ?? presets.everything}
          until={localTime(Date.parse(exam.now) + week, zone)}
          finished={exam.finished}
          mail={exam.mail.on}
          submissions={exam.submissions}
        />
      </StaffSection>
      <StaffSection title={t('release.mail')}>
        <MailStatus examId={examId} mail={exam.mail} t={t} />
      </StaffSection>
      <StaffSection title={t('release.history')}>
        <ReleaseHistory history={exam.history} locale={locale} zone={zone} t={t} />
      </StaffSection>
    </MessagesProvider>
  )
}
