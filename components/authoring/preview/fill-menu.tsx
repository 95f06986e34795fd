'use client'
import { useMessages } from '../../messages/provider.tsx'
import { filledIn } from './fill-in.ts'
import type { Preview } from './preview.ts'
import type { Answers } from './use-preview.ts'

/** Types for the author: what is right, or what somebody gets who makes one of the mistakes. */
export function FillMenu({ preview, onFill }: { preview: Preview; onFill: (answers: Answers) => void }) {
  const { t } = useMessages()
  const shown = preview.alternatives.filter(({ gives }) => gives.some(({ value }) => value !== null))
  return (
    <label className="interface flex flex-wrap items-center gap-2">
      <span className="eyebrow">{t('authoring.fill')}</span>
      <select
        className="ruled max-w-full"
        value=""
        onChange={({ target }) => {
          const [what, id] = [target.value.slice(0, 1), target.value.slice(1)]
          if (what) onFill(what === 'b' ? {} : filledIn(preview, what === 'm' ? id : null))
        }}
      >
        <option value="">{t('authoring.fillChoose')}</option>
        <option value="r">{t('authoring.fillRight')}</option>
        <option value="b">{t('authoring.fillBlank')}</option>
        {shown.map(({ id, kind }) => (
          <option key={id} value={`m${id}`}>
            {t(kind === 'mistake' ? 'authoring.fillMistake' : 'authoring.fillConvention', { id })}
          </option>
        ))}
      </select>
    </label>
  )
}
