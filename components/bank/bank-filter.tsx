import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { link, secondary } from '../site/buttons.ts'
import type { Asked, Bank } from './card.ts'
import { optionsOf, type Select } from './filter-options.ts'
import { FilterSelect } from './filter-select.tsx'

const orders = ['title', 'newest', 'used', 'facility', 'discrimination'] as const
/** What stands open at once; the rest is a step away. */
const first = ['topic', 'tag', 'collection']

/** Asks for some of the questions: a plain form, so that what is found has an address. */
export function BankFilter(props: { here: string; asked: Asked; bank: Bank; t: Translate }) {
  const { here, asked, bank, t } = props
  const selects = [...optionsOf(bank, t), orderOf(asked, t)]
  const rest = selects.filter(({ name }) => !first.includes(name))
  return (
    <search>
      <form method="get" action={here} aria-label={t('bank.search')} className="interface mb-4">
        <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
          <label className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
            <span className="eyebrow">{t('bank.words')}</span>
            <input
              name="q"
              type="search"
              className="ruled w-full"
              defaultValue={asked.q}
              placeholder={t('bank.wordsHint')}
            />
          </label>
          {bank.courses.length > 1 ? (
            <FilterSelect
              any={t('bank.anyCourse')}
              value={asked.course}
              select={{
                name: 'course',
                title: t('bank.course'),
                options: bank.courses.map(({ id, title }) => [id, title] as const),
              }}
            />
          ) : null}
          {selects
            .filter(({ name }) => first.includes(name))
            .map((select) => (
              <FilterSelect key={select.name} select={select} any={t('bank.any')} value={asked[select.name]} />
            ))}
          <button type="submit" className={secondary}>
            {t('bank.show')}
          </button>
          {Object.values(asked).some(Boolean) ? (
            <Link href={here} prefetch={false} className={`${link} py-1.5`}>
              {t('bank.showAll')}
            </Link>
          ) : null}
        </div>
        <details className="mt-3" open={rest.some(({ name }) => asked[name])}>
          <summary className="inline-flex min-h-7 cursor-pointer items-center text-soft">{t('bank.more')}</summary>
          <div className="mt-2 flex flex-wrap items-end gap-x-5 gap-y-3">
            {rest.map((select) => (
              <FilterSelect key={select.name} select={select} any={t('bank.any')} value={asked[select.name]} />
            ))}
          </div>
        </details>
      </form>
    </search>
  )
}

const orderOf = ({ collection }: Asked, t: Translate): Select => ({
  name: 'sort',
  title: t('bank.sort'),
  options: [...(collection ? ['collection'] : []), ...orders].map(
    (sort) => [sort, t('bank.sortIs', { sort })] as const,
  ),
})
