import type { Translate } from '../messages/catalogue.ts'
import { secondary } from '../site/buttons.ts'
import type { Comparable } from './versions.ts'

/** Chooses the two texts to compare: an ordinary form, its address can be kept and sent. */
export function CompareForm(props: {
  action: string
  texts: readonly Comparable[]
  from: string
  to: string
  t: Translate
}) {
  const { action, texts, t } = props
  const sides = [
    ['from', props.from, t('versions.from')],
    ['to', props.to, t('versions.to')],
  ] as const
  return (
    <form method="get" action={`${action}#diff`} className="interface flex flex-wrap items-end gap-x-4 gap-y-3">
      {sides.map(([name, value, label]) => (
        <label key={name} className="flex min-w-0 flex-col gap-1">
          <span className="eyebrow">{label}</span>
          <select name={name} defaultValue={value} key={value} className="ruled max-w-full">
            {texts.map((text) => (
              <option key={text.value} value={text.value}>
                {text.text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit" className={secondary}>
        {t('versions.compare')}
      </button>
    </form>
  )
}
