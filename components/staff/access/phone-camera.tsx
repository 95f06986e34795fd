'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'

/** Whether a student's telephone may add photographed pages to their answers. */
export function PhoneCamera(props: { value: boolean | null; onChange: (value: boolean | null) => void }) {
  const { t } = useMessages()
  const id = useId()
  return (
    <div className="flex flex-col gap-1">
      <label className="eyebrow" htmlFor={id}>
        {t('access.phoneCamera')}
      </label>
      <select
        id={id}
        className="ruled max-w-full self-start"
        aria-describedby={`${id}-hint`}
        value={String(props.value)}
        onChange={({ target }) => props.onChange(target.value === 'null' ? null : target.value === 'true')}
      >
        <option value="null">{t('access.phoneUsual')}</option>
        <option value="true">{t('access.phoneYes')}</option>
        <option value="false">{t('access.phoneNo')}</option>
      </select>
      <span id={`${id}-hint`} className="text-fine text-soft">
        {t('access.phoneHint')}
      </span>
    </div>
  )
}
