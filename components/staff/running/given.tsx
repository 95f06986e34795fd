'use client'
import type { Ref } from 'react'
import { useMessages } from '../../messages/provider.tsx'

interface Props {
  id: string
  value: string
  onChange: (value: string) => void
  /** the id of what explains it */
  hint?: string
}

/** Most minutes that are given or taken at once. */
const most = 600

/** Minutes that are given; fewer than none are taken. */
export function Minutes({
  id,
  value,
  onChange,
  hint,
  least = -most,
  ref,
}: Props & { least?: number; ref?: Ref<HTMLInputElement> }) {
  const { t } = useMessages()
  return (
    <label className="flex flex-col gap-1" htmlFor={id}>
      <span className="eyebrow">{t('running.minutes')}</span>
      <input
        id={id}
        ref={ref}
        type="number"
        className="ruled w-20"
        min={least}
        max={most}
        required
        aria-describedby={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** Why something is done: it stands in the log. */
export function Reason({ id, value, onChange, hint }: Props) {
  const { t } = useMessages()
  return (
    <label className="flex grow basis-56 flex-col gap-1" htmlFor={id}>
      <span className="eyebrow">{t('running.reason')}</span>
      <input
        id={id}
        className="ruled w-full"
        maxLength={1000}
        aria-describedby={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
