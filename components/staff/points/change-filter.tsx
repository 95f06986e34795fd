import Link from 'next/link'
import type { Translate } from '../../messages/catalogue.ts'
import { link, secondary } from '../../site/buttons.ts'
import type { Part } from './change.ts'

export interface Asked {
  student?: string
  part?: string
  cause?: string
  from?: string
  to?: string
}

const causes = ['grading', 'again', 'late', 'regrade', 'person', 'rubric', 'group', 'request', 'release'] as const

/** Asks for some of the changes: a plain form, so that what is found has an address. */
export function ChangeFilter(props: { here: string; asked: Asked; parts: readonly Part[]; t: Translate }) {
  const { here, asked, parts, t } = props
  return (
    <form
      method="get"
      action={here}
      aria-label={t('points.filter')}
      className="interface mb-6 flex flex-wrap items-end gap-x-5 gap-y-3"
    >
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('points.student')}</span>
        <input name="student" className="ruled" defaultValue={asked.student} placeholder={t('points.studentHint')} />
      </label>
      <label className="flex max-w-full flex-col gap-1">
        <span className="eyebrow">{t('points.part')}</span>
        <select name="part" className="ruled max-w-full sm:max-w-72" defaultValue={asked.part ?? ''}>
          <option value="">{t('points.allParts')}</option>
          {parts.map(({ field, title, label }) => (
            <option key={field} value={field}>
              {`${title}: ${label}`}
            </option>
          ))}
        </select>
      </label>
      <label className="flex max-w-full flex-col gap-1">
        <span className="eyebrow">{t('points.cause')}</span>
        <select name="cause" className="ruled max-w-full" defaultValue={asked.cause ?? ''}>
          <option value="">{t('points.allCauses')}</option>
          {causes.map((cause) => (
            <option key={cause} value={cause}>
              {t('points.causeOf', { cause })}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('points.from')}</span>
        <input name="from" type="date" className="ruled" defaultValue={asked.from} />
      </label>
      <label className="flex flex-col gap-1">
        <span className="eyebrow">{t('points.to')}</span>
        <input name="to" type="date" className="ruled" defaultValue={asked.to} />
      </label>
      <button type="submit" className={secondary}>
        {t('points.show')}
      </button>
      {Object.values(asked).some(Boolean) ? (
        <Link href={here} prefetch={false} className={`${link} py-1.5`}>
          {t('points.showAll')}
        </Link>
      ) : null}
    </form>
  )
}
