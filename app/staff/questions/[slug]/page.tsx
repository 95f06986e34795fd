import type { Metadata } from 'next'
import '../../../fonts/math.css'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { ArchivedBanner } from '../../../../components/bank/archived-banner.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { link } from '../../../../components/site/buttons.ts'
import { printTime } from '../../../../components/site/times.ts'
import { standingOf } from '../../../../components/staff/audit/audit.ts'
import { AuditPanel } from '../../../../components/staff/audit/audit-panel.tsx'
import { StandingBadge } from '../../../../components/staff/audit/standing-badge.tsx'
import { QuestionPreview } from '../../../../components/staff/question-preview.tsx'
import { StaffHeading, StaffSection } from '../../../../components/staff/staff-heading.tsx'
import { QuestionNav } from '../../../../components/versions/question-nav.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { Refusal } from '../../../../lib/http/refusal.ts'
import { archivedNote } from '../../../../lib/questions/bank/archived-note.ts'
import { previewQuestion } from '../../../../lib/questions/preview-question.ts'
import { questionAudit } from '../../../../lib/questions/question-audit.ts'
import { rightsOn } from '../../../../lib/questions/versions/rights-on.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('staff.previewTitle') }

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ seed?: string | string[] }>
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { slug } = await params
  const given = (await searchParams).seed
  const seed = (typeof given === 'string' ? given : '').slice(0, 80) || 'preview'
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const here = `/staff/questions/${slug}`
  const [rights, away] = await load(here, () => Promise.all([rightsOn(principal, slug), archivedNote(principal, slug)]))
  const [drawn, audit] = await load(here, () =>
    Promise.all([
      previewQuestion(principal, slug, seed).catch((error: unknown) => {
        // the audit tells more of a question that cannot be drawn, and can be seen while the grader is away
        if (error instanceof Refusal && (error.status === 503 || error.status === 422)) return error
        throw error
      }),
      questionAudit(principal, slug),
    ]).catch((error: unknown) => {
      // nothing of it can be used yet: there is a draft
      if (rights.edit && error instanceof Refusal && error.status === 404) redirect(`${here}/edit`)
      throw error
    }),
  )
  const preview = drawn instanceof Refusal ? null : drawn
  return (
    <>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('staff.questionBank') }}
        title={preview?.title ?? t('staff.previewTitle')}
        facts={
          <>
            {preview && t('staff.versionShort', { version: preview.version.slice(0, 10) })}{' '}
            <a href="#audit" className="ml-2 hover:underline">
              <StandingBadge standing={standingOf(audit)} t={t} />
            </a>
          </>
        }
      />
      {away && (
        <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank'])}>
          <ArchivedBanner slug={slug} note={away} zone={zone} />
        </MessagesProvider>
      )}
      {rights.edit ? (
        <QuestionNav slug={slug} t={t} />
      ) : (
        <p className="interface mb-6 flex flex-wrap gap-x-5 text-soft">
          {t('authoring.readOnly')}
          <Link href={`/staff/questions/new?from=${slug}`} prefetch={false} className={link}>
            {t('authoring.startFromThis')}
          </Link>
        </p>
      )}
      {preview ? (
        <QuestionPreview preview={preview} another={crypto.randomUUID().slice(0, 8)} t={t} />
      ) : (
        <p role="alert">{drawn instanceof Refusal && drawn.status === 422 ? drawn.message : t('staff.graderAway')}</p>
      )}
      <StaffSection id="audit" title={t('audit.title')}>
        <AuditPanel first={audit} when={audit.latest && printTime(audit.latest.createdAt, locale, zone)} />
      </StaffSection>
    </>
  )
}
