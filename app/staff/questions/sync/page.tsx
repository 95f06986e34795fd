import type { Metadata } from 'next'
import { Pages } from '../../../../components/bank/pages.tsx'
import { SyncFolded } from '../../../../components/bank/sync-folded.tsx'
import { SyncList } from '../../../../components/bank/sync-list.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { compareSides, knownComparison } from '../../../../lib/questions/files/compare-sides.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('bankFiles.syncTitle') }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const here = '/staff/questions/sync'

export default async function SyncPage({ searchParams }: Props) {
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const asked = knownComparison(await searchParams)
  const { questions, counts, page, pages } = await load(here, () => compareSides(principal, asked))
  const toPage = (next: number) =>
    `${here}?${new URLSearchParams({ ...(asked.state && { state: asked.state }), page: String(next) })}`
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank', 'bankFiles', 'staff', 'versions'])}>
      <StaffHeading
        back={
          asked.state
            ? { href: here, text: t('bankFiles.syncDiffering') }
            : { href: '/staff/questions', text: t('bankFiles.back') }
        }
        title={t('bankFiles.syncTitle')}
        facts={t('bankFiles.syncLead')}
      />
      {counts.length === 0 ? <p>{t('bankFiles.syncNone')}</p> : null}
      {counts.length > 0 && !asked.state && questions.length === 0 ? <p>{t('bankFiles.syncNothing')}</p> : null}
      <SyncList key={toPage(page)} questions={questions} counts={counts} zone={zone} />
      <Pages page={page} pages={pages} address={toPage} t={t} />
      {asked.state ? null : <SyncFolded counts={counts} here={here} t={t} />}
    </MessagesProvider>
  )
}
