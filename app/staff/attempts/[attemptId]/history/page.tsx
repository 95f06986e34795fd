import { notFound } from 'next/navigation'
import { messagesIn, pickMessages, type Translate } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { ChainState } from '../../../../../components/staff/history/chain-state.tsx'
import { ImportSealed } from '../../../../../components/staff/history/import-sealed.tsx'
import { LateContent } from '../../../../../components/staff/history/late-content.tsx'
import { Replay } from '../../../../../components/staff/history/replay.tsx'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { attemptParams } from '../../../../../lib/attempts/input.ts'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { attemptHistory } from '../../../../../lib/evidence/attempt-history.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

function titleOf(t: Translate, name: string | null, code: string | undefined): string {
  if (name !== null) return t('evidence.title', { name })
  return code ? t('evidence.titleOfCode', { code }) : t('evidence.titleWhileOpen')
}

export default async function AttemptHistoryPage({ params }: { params: Promise<{ attemptId: string }> }) {
  const address = attemptParams.safeParse({ id: (await params).attemptId })
  if (!address.success) notFound()
  const attemptId = address.data.id
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const history = await load(`/staff/attempts/${attemptId}/history`, () => attemptHistory(principal, attemptId))
  const closed = history.state === 'closed'
  const exam = `/staff/exams/${history.exam.id}`
  const back = !closed
    ? { href: `${exam}/running`, text: t('evidence.backToRunning') }
    : history.person === null
      ? { href: `${exam}/review`, text: t('evidence.backToQueue') }
      : { href: `/staff/attempts/${attemptId}`, text: t('evidence.backToResult') }
  const by = history.submissions.at(-1)?.closedBy ?? ''
  const state = closed ? t('evidence.closedBy', { by }) : t('evidence.stillOpen')
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['evidence', 'staff'])}>
      <StaffHeading
        back={back}
        title={titleOf(t, history.person, history.submissions.at(-1)?.code)}
        facts={[history.exam.title, t('evidence.facts', { saves: history.saves }), state].join(' · ')}
      />
      <StaffSection title={t('evidence.lateTitle')}>
        <p className="interface mb-6 max-w-measure text-soft">{t('evidence.lateLead')}</p>
        {closed ? (
          <LateContent attemptId={attemptId} fields={history.kept} locale={locale} zone={zone} t={t} />
        ) : (
          <p>{t('evidence.lateOpen')}</p>
        )}
      </StaffSection>
      <StaffSection title={t('evidence.replay')}>
        <p className="interface mb-4 max-w-measure text-soft">{t('evidence.replayLead')}</p>
        <Replay attemptId={attemptId} zone={zone} />
      </StaffSection>
      <StaffSection title={t('evidence.chainTitle')}>
        <ChainState history={history} locale={locale} zone={zone} t={t} />
      </StaffSection>
      <StaffSection title={t('evidence.import')}>
        <ImportSealed attemptId={attemptId} />
      </StaffSection>
    </MessagesProvider>
  )
}
