import Link from 'next/link'
import type { MessageKey, Translate } from '../../../messages/catalogue.ts'
import { link, secondary } from '../../../site/buttons.ts'
import { listAddress } from '../addresses.ts'

interface Asked {
  show: string
  verdict: string
  page: number
}

const shows = ['all', 'waiting', 'reviewed', 'overridden', 'claimed']

/** Which answers are listed: a plain form, so that a filter has an address. */
export function AnswerFilter(props: {
  verdicts: readonly { verdict: string; n: number }[]
  asked: Asked
  t: Translate
}) {
  const { verdicts, asked, t } = props
  return (
    <form className="interface mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('reviewing.show')}</span>
        <select name="show" className="ruled" defaultValue={asked.show}>
          {shows.map((show) => (
            <option key={show} value={show}>
              {t('reviewing.showAs', { show })}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('reviewing.verdict')}</span>
        <select name="verdict" className="ruled" defaultValue={asked.verdict}>
          <option value="">{t('reviewing.anyVerdict')}</option>
          {verdicts.map(({ verdict, n }) => (
            <option key={verdict} value={verdict}>
              {`${t(`verdict.${verdict}` as MessageKey)} (${n})`}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={secondary}>
        {t('reviewing.filter')}
      </button>
    </form>
  )
}

/** To the pages before and after. */
export function AnswerPages(props: { examId: string; field: string; asked: Asked; pages: number; t: Translate }) {
  const { examId, field, asked, pages, t } = props
  if (pages < 2) return null
  const to = (page: number) =>
    listAddress(examId, field, { show: asked.show, verdict: asked.verdict, page: String(page) })
  return (
    <nav aria-label={t('reviewing.pages')} className="interface mt-5 flex flex-wrap items-baseline gap-x-6 gap-y-2">
      {asked.page > 1 && (
        <Link href={to(asked.page - 1)} prefetch={false} className={link}>
          {t('reviewing.earlier')}
        </Link>
      )}
      <span>{t('reviewing.page', { page: asked.page, pages })}</span>
      {asked.page < pages && (
        <Link href={to(asked.page + 1)} prefetch={false} className={link}>
          {t('reviewing.later')}
        </Link>
      )}
    </nav>
  )
}
