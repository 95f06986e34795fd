import Link from 'next/link'
import type { Translate } from '../messages/catalogue.ts'
import { secondary } from '../site/buttons.ts'

/** From one page of a list to the next. */
export function Pages(props: { page: number; pages: number; address: (page: number) => string; t: Translate }) {
  const { page, pages, address, t } = props
  if (pages < 2) return null
  const where = t('bank.page', { page, pages })
  return (
    <nav aria-label={where} className="interface mt-6 flex flex-wrap items-center gap-3">
      {page > 1 ? (
        <Link href={address(page - 1)} prefetch={false} className={secondary}>
          {t('bank.earlier')}
        </Link>
      ) : null}
      <span className="text-soft">{where}</span>
      {page < pages ? (
        <Link href={address(page + 1)} prefetch={false} className={secondary}>
          {t('bank.later')}
        </Link>
      ) : null}
    </nav>
  )
}
