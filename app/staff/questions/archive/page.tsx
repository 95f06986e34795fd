import type { Metadata } from 'next'
import { ArchiveList } from '../../../../components/bank/archive-list.tsx'
import { Pages } from '../../../../components/bank/pages.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../../components/messages/provider.tsx'
import { secondary } from '../../../../components/site/buttons.ts'
import { StaffHeading } from '../../../../components/staff/staff-heading.tsx'
import { currentPrincipal } from '../../../../lib/auth/current.ts'
import { archiveSearch, listArchived } from '../../../../lib/questions/bank/archived-questions.ts'
import { load } from '../../../load.ts'
import { requestSettings } from '../../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('bank.archive') }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const here = '/staff/questions/archive'

export default async function ArchivePage({ searchParams }: Props) {
  const { q, page } = await searchParams
  // an address may have been written by hand
  const asked = archiveSearch.safeParse({ q, page }).data ?? archiveSearch.parse({})
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const archive = await load(here, () => listArchived(principal, asked))
  const nothing = archive.total === 0 && !asked.q
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['bank'])}>
      <StaffHeading
        back={{ href: '/staff/questions', text: t('bank.title') }}
        title={t('bank.archive')}
        facts={t('bank.archiveLead')}
      />
      {nothing ? null : (
        <search>
          <form method="get" action={here} className="interface mb-6 flex flex-wrap items-end gap-3">
            <label className="flex min-w-0 flex-col gap-1">
              <span className="eyebrow">{t('bank.words')}</span>
              <input name="q" type="search" className="ruled w-64 max-w-full" defaultValue={asked.q} />
            </label>
            <button type="submit" className={secondary}>
              {t('bank.show')}
            </button>
          </form>
        </search>
      )}
      {archive.total === 0 ? <p className="mb-4">{t(nothing ? 'bank.archiveEmpty' : 'bank.none')}</p> : null}
      <ArchiveList entries={archive.entries} zone={zone} />
      <Pages
        page={archive.page}
        pages={archive.pages}
        address={(n) => `${here}?${new URLSearchParams({ q: asked.q, page: String(n) })}`}
        t={t}
      />
    </MessagesProvider>
  )
}
