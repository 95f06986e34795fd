'use client'
import { useMessages } from '../../messages/provider.tsx'
import type { Filling } from './fill-in.ts'
import type { Preview } from './preview.ts'

interface Props {
  preview: Preview
  filling: Filling | null
  onFill: (filling: Filling) => void
}

/** Types for the author: what is right, or what somebody gets who makes one of the mistakes. */
export function FillMenu({ preview, filling, onFill }: Props) {
  const { t } = useMessages()
  const shown = preview.alternatives.filter(({ gives }) => gives.some(({ value }) => value !== null))
  return (
    <label className="interface flex flex-wrap items-center gap-2">
      <span className="eyebrow">{t('authoring.fill')}</span>
      <select
        className="ruled max-w-full"
        value={filling ?? ''}
        onChange={({ target }) => onFill(target.value as Filling)}
      >
        <option value="" disabled>
          {t('authoring.fillChoose')}
        </option>
        <option value="right">{t('authoring.fillRight')}</option>
        <option value="nothing">{t('authoring.fillBlank')}</option>
        {shown.map(({ id, kind }) => (
          <option key={id} value={`mistake ${id}`}>
            {t(kind === 'mistake' ? 'authoring.fillMistake' : 'authoring.fillConvention', { id })}
          </option>
        ))}
      </select>
    </label>
  )
}
