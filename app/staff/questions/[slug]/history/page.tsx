import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import {
  defaultLocale,
  messagesIn,
  pickMessages,
  type Translate,
} from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { link } from '../../../../../components/site/buttons.ts'
import { printTime } from '../../../../../components/site/times.ts'
import { StaffHeading, StaffSection } from '../../../../../components/staff/staff-heading.tsx'
import { CompareForm } from '../../../../../components/versions/compare-form.tsx'
import { ComparisonShown } from '../../../../../components/versions/comparison-shown.tsx'
import { UseList } from '../../../../../components/versions/corrections/use-list.tsx'
import { HistoryList } from '../../../../../components/versions/history-list.tsx'
import { PublishPanel } from '../../../../../components/versions/publish-panel.tsx'
import type { Comparable } from '../../../../../components/versions/versions.ts'
import { WithdrawForm } from '../../../../../components/versions/withdraw-form.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import type { Principal } from '../../../../../lib/auth/principal.ts'
import { Refusal } from '../../../../../lib/http/refusal.ts'
import { comparedTexts, compareTexts } from '../../../../../lib/questions/versions/compare.ts'
import { questionUses } from '../../../../../lib/questions/versions/corrections/question-uses.ts'
import { type QuestionHistory, questionHistory } from '../../../../../lib/questions/versions/history.ts'
import { questionParams } from '../../../../../lib/questions/versions/params.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('versions.history') }

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<'from' | 'to' | 'publish', string | string[] | undefined>>
}

/** Every version once, and what exams get and what is being worked on. */
function comparables({ draft, entries }: QuestionHistory, when: (iso: string) => string, t: Translate): Comparable[] {
  const versions = new Map(
    entries.flatMap(({ version, at }) =>
      version ? [[version, t('versions.textVersion', { version: version.slice(0, 10), when: when(at) })] as const] : [],
    ),
  )
  return [
    ...(draft.published || draft.courseId === null ? [{ value: 'published', text: t('versions.textPublished') }] : []),
    { value: 'draft', text: t('versions.textDraft') },
    ...[...versions].map(([value, text]) => ({ value, text })),
  ]
}

function Standing({ history, when, t }: { history: QuestionHistory; when: (iso: string) => string; t: Translate }) {
  const { slug, draft } = history
  const house = draft.courseId === null && !draft.published && !(draft.draft && draft.basedOn === null)
  return (
    <div className="interface flex flex-col gap-2">
      <p>
        {draft.published
          ? t('versions.published', { version: draft.published.slice(0, 10) })
          : t(house ? 'versions.publishedFile' : 'versions.publishedNone')}{' '}
        {draft.saved &&
          (draft.draft
            ? t(draft.published || house ? 'versions.draftDiffers' : 'versions.draftThere', {
                when: when(draft.saved.at),
                by: draft.saved.by,
              })
            : t('versions.draftSame'))}{' '}
        {draft.draft && draft.published && (
          <Link
            href={`/staff/questions/${slug}/history?from=published&to=draft#diff`}
            prefetch={false}
            className={link}
          >
            {t('versions.seeDraft')}
          </Link>
        )}
      </p>
      {draft.published && draft.rights.publish && <WithdrawForm slug={slug} />}
    </div>
  )
}

/** What the address asks to compare; null where it names no two texts of the question. */
async function comparison(principal: Principal | null, slug: string, given: Record<'from' | 'to', string | undefined>) {
  if (!given.from && !given.to) return null
  const named = Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))
  try {
    const { from, to } = comparedTexts(new URLSearchParams(named))
    return await compareTexts(principal, slug, from, to)
  } catch (error) {
    if (error instanceof Refusal && (error.status === 422 || error.status === 404)) return null
    throw error
  }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const address = questionParams.safeParse(await params)
  if (!address.success) notFound()
  const { slug } = address.data
  const asked = await searchParams
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const here = `/staff/questions/${slug}/history`
  const [history, uses] = await load(here, () =>
    Promise.all([questionHistory(principal, slug), questionUses(principal, slug)]),
  )
  const compared = await comparison(principal, slug, { from: one(asked.from), to: one(asked.to) })
  const when = (iso: string) => printTime(iso, locale, zone)
  const texts = comparables(history, when, t)
  const publish = history.entries.find(({ version }) => version !== null && version === one(asked.publish))?.version
  const { draft, entries } = history
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['versions', 'staff', 'audit', 'verdict'])}>
      <StaffHeading
        back={{ href: `/staff/questions/${slug}`, text: draft.title }}
        title={t('versions.history')}
        facts={t('versions.historyLead')}
      />
      <Standing history={history} when={when} t={t} />
      {publish && publish !== draft.published && draft.rights.publish && (
        <StaffSection id="publish" title={t('versions.publishing', { version: publish.slice(0, 10) })}>
          <PublishPanel key={publish} slug={slug} rights={draft.rights} revision={draft.revision} version={publish} />
        </StaffSection>
      )}
      <StaffSection id="diff" title={t('versions.comparing')}>
        <CompareForm
          action={here}
          texts={texts}
          from={compared?.from.name ?? texts.find(({ value }) => value !== 'draft')?.value ?? 'draft'}
          to={compared?.to.name ?? 'draft'}
          t={t}
        />
        {compared && <ComparisonShown text={compared.text} students={compared.students} />}
      </StaffSection>
      <StaffSection id="uses" title={t('corrections.title')}>
        <UseList {...uses} locale={locale} zone={zone} t={t} />
      </StaffSection>
      <StaffSection title={t('versions.history')}>
        <HistoryList
          slug={slug}
          entries={entries}
          mayPublish={draft.rights.publish}
          current={draft.published}
          locale={locale}
          zone={zone}
          t={t}
        />
      </StaffSection>
    </MessagesProvider>
  )
}
