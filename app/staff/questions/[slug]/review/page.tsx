import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { defaultLocale, messagesIn, pickMessages } from '../../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../../components/messages/provider.tsx'
import { link } from '../../../../../components/site/buttons.ts'
import { printTime } from '../../../../../components/site/times.ts'
import { StaffHeading } from '../../../../../components/staff/staff-heading.tsx'
import { ReviewScreen } from '../../../../../components/versions/review/review-screen.tsx'
import { currentPrincipal } from '../../../../../lib/auth/current.ts'
import { type HistoryEntry, questionHistory, questionVersion } from '../../../../../lib/questions/versions/history.ts'
import { questionParams, versionHash } from '../../../../../lib/questions/versions/params.ts'
import { readComments } from '../../../../../lib/questions/versions/read-comments.ts'
import { versionReview } from '../../../../../lib/questions/versions/reviews.ts'
import { load } from '../../../../load.ts'
import { requestSettings } from '../../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('versions.reviewTitle') }

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ version?: string | string[] }>
}

/** What a version is compared with by who reads it: what exams get, or else the version kept before it. */
function textBefore(published: string | null, entries: readonly HistoryEntry[], version: string): string | null {
  if (published && published !== version) return published
  const own = entries.findLastIndex((entry) => entry.version === version)
  return entries.slice(own + 1).find((entry) => entry.version !== null)?.version ?? null
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const address = questionParams.safeParse(await params)
  if (!address.success) notFound()
  const { slug } = address.data
  const asked = versionHash.safeParse((await searchParams).version)
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const page = `/staff/questions/${slug}`
  const here = `${page}/review`
  const { draft, entries } = await load(here, () => questionHistory(principal, slug))
  const version = asked.success ? asked.data : entries.find((entry) => entry.version !== null)?.version
  const back = { href: `${page}/history`, text: t('versions.historyOf', { title: draft.title }) }
  if (!version)
    return (
      <>
        <StaffHeading back={back} title={t('versions.reviewTitle')} />
        <p className="interface">
          {t('versions.nothingToRead')}{' '}
          <Link href={`${page}/edit`} prefetch={false} className={link}>
            {t('versions.edit')}
          </Link>
        </p>
      </>
    )
  const [kept, { comments }, review] = await load(here, () =>
    Promise.all([
      questionVersion(principal, slug, version),
      readComments(principal, slug, version),
      versionReview(principal, slug, version),
    ]),
  )
  const newest = entries.find((entry) => entry.version !== null)?.version
  const before = textBefore(draft.published, entries, version)
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['versions', 'staff'])}>
      <StaffHeading
        back={back}
        title={t('versions.reviewOf', { title: kept.title })}
        facts={
          <>
            {t('versions.keptBy', {
              version: version.slice(0, 10),
              when: printTime(kept.at, locale, zone),
              by: kept.by ?? '–',
            })}
            {kept.note && ` · ${kept.note}`}
            {before && (
              <>
                {' · '}
                <Link href={`${page}/history?from=${before}&to=${version}#diff`} prefetch={false} className={link}>
                  {t('versions.compareBefore')}
                </Link>
              </>
            )}
            {newest && newest !== version && (
              <>
                {' · '}
                <Link href={`${here}?version=${newest}`} prefetch={false} className={link}>
                  {t('versions.newerThere')}
                </Link>
              </>
            )}
          </>
        }
      />
      <ReviewScreen key={version} read={{ slug, version, source: kept.source, comments, ...review }} zone={zone} />
    </MessagesProvider>
  )
}
