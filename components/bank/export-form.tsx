import type { Translate } from '../messages/catalogue.ts'
import { secondary } from '../site/buttons.ts'
import type { Bank } from './card.ts'

/** Questions as the files they are, in a zip. */
export function ExportForm({ bank, t }: { bank: Pick<Bank, 'courses' | 'collections'>; t: Translate }) {
  return (
    <form
      action="/api/staff/v1/bank/export"
      method="get"
      className="interface flex flex-wrap items-end gap-x-6 gap-y-4"
    >
      <label className="flex max-w-full flex-col gap-1">
        <span className="eyebrow">{t('bankFiles.whichCourse')}</span>
        <select name="course" className="ruled max-w-full sm:max-w-72" defaultValue="">
          <option value="">{t('bankFiles.allIMayRead')}</option>
          {bank.courses.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {bank.collections.length > 0 ? (
        <label className="flex max-w-full flex-col gap-1">
          <span className="eyebrow">{t('bank.collection')}</span>
          <select name="collection" className="ruled max-w-full sm:max-w-72" defaultValue="">
            <option value="">{t('bank.any')}</option>
            {bank.collections.map(({ id, title, count }) => (
              <option key={id} value={id}>
                {t('bank.collectionCount', { title, count })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="flex min-h-9 items-center gap-2">
        <input type="checkbox" name="drafts" value="1" />
        <span>{t('bankFiles.withDrafts')}</span>
      </label>
      <button type="submit" className={secondary}>
        {t('bankFiles.download')}
      </button>
    </form>
  )
}
