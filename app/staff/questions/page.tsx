import type { Metadata } from 'next'
import Link from 'next/link'
import { BankFilter } from '../../../components/bank/bank-filter.tsx'
import { BankList } from '../../../components/bank/bank-list.tsx'
import { CollectionHead } from '../../../components/bank/collection-head.tsx'
import { Pages } from '../../../components/bank/pages.tsx'
import { defaultLocale, messagesIn, pickMessages } from '../../../components/messages/catalogue.ts'
import { MessagesProvider } from '../../../components/messages/provider.tsx'
import { link, primary, secondary } from '../../../components/site/buttons.ts'
import { StaffHeading } from '../../../components/staff/staff-heading.tsx'
import { WaitingReviews } from '../../../components/versions/waiting-reviews.tsx'
import { currentPrincipal } from '../../../lib/auth/current.ts'
import { searchBank } from '../../../lib/questions/bank/search-bank.ts'
import { knownSearch } from '../../../lib/questions/bank/search-body.ts'
import { reviewsWaiting } from '../../../lib/questions/versions/reviews.ts'
import { load } from '../../load.ts'
import { requestSettings } from '../../request.ts'

export const metadata: Metadata = { title: messagesIn(defaultLocale)('bank.title') }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const here = '/staff/questions'
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function QuestionBankPage({ searchParams }: Props) {
  const { locale, zone } = await requestSettings()
  const t = messagesIn(locale)
  const principal = await currentPrincipal()
  const address = Object.entries(await searchParams).map(([name, value]) => [name, one(value)])
  const search = knownSearch(new URLSearchParams(address))
  const [bank, waiting] = await load(here, () =>
    Promise.all([searchBank(principal, search), reviewsWaiting(principal)]),
  )
  const { page: _, ...asked } = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))
  const toPage = (page: number) => `${here}?${new URLSearchParams({ ...asked, page: String(page) })}`
  const collection = bank.collections.find(({ id }) => id === search.collection)
  const nothing = bank.facets.kinds.length === 0 && bank.total === 0 && Object.keys(asked).length === 0
  return (
    <MessagesProvider locale={locale} messages={pickMessages(locale, ['audit', 'bank', 'staff'])}>
      <StaffHeading
        back={{ href: '/staff', text: t('staff.backToExams') }}
        title={t('bank.title')}
        facts={t('bank.lead')}
      />
      <p className="mb-6 flex flex-wrap gap-3">
        <Link href={`${here}/new`} prefetch={false} className={primary}>
          {t('bank.new')}
        </Link>
        <Link href={`${here}/import`} prefetch={false} className={secondary}>
          {t('bank.importFrom')}
        </Link>
        <Link href={`${here}/files`} prefetch={false} className={secondary}>
          {t('bank.files')}
        </Link>
        {bank.administrator ? (
          <Link href={`${here}/sync`} prefetch={false} className={secondary}>
            {t('bank.sync')}
          </Link>
        ) : null}
      </p>
      <WaitingReviews waiting={waiting} t={t} />
      {bank.stale ? <p className="interface mb-4 text-caution">{t('bank.stale')}</p> : null}
      {nothing ? (
        <p>{t('bank.empty')}</p>
      ) : (
        <>
          <BankFilter key={JSON.stringify(asked)} here={here} asked={asked} bank={bank} t={t} />
          {collection ? <CollectionHead key={collection.id} {...collection} /> : null}
          <p className="interface mb-2 text-soft">
            {bank.total === 0 ? t('bank.none') : t('bank.found', { n: bank.total })}
          </p>
          <BankList key={toPage(bank.page)} bank={bank} asked={asked} zone={zone} />
          <Pages page={bank.page} pages={bank.pages} address={toPage} t={t} />
        </>
      )}
      <p className="mt-8">
        <Link href={`${here}/archive`} prefetch={false} className={link}>
          {t('bank.toArchive')}
        </Link>
      </p>
    </MessagesProvider>
  )
}
