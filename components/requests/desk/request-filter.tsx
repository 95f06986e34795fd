import type { Translate } from '../../messages/catalogue.ts'
import { secondary } from '../../site/buttons.ts'
import type { Chosen } from './chosen.ts'
import type { ListedRequest } from './request.ts'

const states = ['open', 'answered', 'closed', 'withdrawn'] as const

/** Chooses which requests are listed. It is an address: it can be kept and sent to a colleague. */
export function RequestFilter(props: { requests: readonly ListedRequest[]; chosen: Chosen; t: Translate }) {
  const { requests, chosen, t } = props
  const parts = [...new Map(requests.map(({ field, question, label }) => [field, `${question}: ${label}`]))]
  const people = [...new Set(requests.flatMap(({ answeredBy }) => answeredBy ?? []))].sort()
  const selects = [
    { name: 'part', title: t('requests.part'), value: chosen.part, options: parts },
    {
      name: 'state',
      title: t('requests.state'),
      value: chosen.state,
      options: states.map((state) => [state, t('requests.stateIs', { state })] as const),
    },
    {
      name: 'person',
      title: t('requests.person'),
      value: chosen.person,
      options: people.map((name) => [name, name] as const),
    },
  ]
  return (
    <search>
      <form className="interface mb-6 flex flex-wrap items-end gap-x-5 gap-y-3" aria-label={t('requests.filter')}>
        {selects.map(({ name, title, value, options }) => (
          <label key={name} className="flex min-w-0 flex-col gap-1">
            <span className="eyebrow">{title}</span>
            <select name={name} className="ruled max-w-full sm:max-w-72" defaultValue={value}>
              <option value="">{t('requests.all')}</option>
              {options.map(([key, text]) => (
                <option key={key} value={key}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="submit" className={secondary}>
          {t('requests.show')}
        </button>
      </form>
    </search>
  )
}
