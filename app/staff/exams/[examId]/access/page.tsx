import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { AccessForm } from '../../../../../components/staff/access/access-form.tsx'
import { Exemptions } from '../../../../../components/staff/access/exemptions.tsx'
import { RefusalTable } from '../../../../../components/staff/access/refusal-table.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { accessOverview } from '../../../../../lib/access/access-overview.ts'
import { visitOf } from '../../../../../lib/access/visit.ts'
import { examParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('access.title') }

export default async function AccessPage({ params }: { params: Promise<{ examId: string }> }) {
  const address = examParams.safeParse(await params)
  if (!address.success) notFound()
  const { examId } = address.data
  const [{ locale, zone }, principal, own] = await Promise.all([requestSettings(), currentPrincipal(), headers()])
  const t = messagesIn(locale)
  const visit = visitOf(own, `http://${own.get('host') ?? 'localhost'}/exams/${examId}`)
  const shown = await load(`/staff/exams/${examId}/access`, () =>
    accessOverview(principal && { ...principal, visit }, examId),
  )
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['access', 'staff'])}>
      <StaffHeading
        back={{ href: `/staff/exams/${examId}`, text: shown.exam }}
        title={t('access.title')}
        facts={t('access.lead')}
      />
      <AccessForm examId={examId} page={visit.url} shown={shown} />
      <StaffSection title={t('access.exemptions')}>
        <p className="interface mb-5 max-w-3xl text-soft">{t('access.exemptionsLead')}</p>
        <Exemptions examId={examId} shown={shown} />
      </StaffSection>
      <StaffSection title={t('access.refusals')}>
        <RefusalTable refusals={shown.refusals} locale={locale} zone={zone} t={t} />
      </StaffSection>
    </MessagesProvider>
  )
}
