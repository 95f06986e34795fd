'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'

/** The parts of which everybody is given all points. */
export function PartsChoice(props: {
  fields: readonly { name: string; label: string }[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const { t } = useMessages()
  const id = useId()
  const { fields, chosen, onChoose } = props

  function toggle(name: string) {
    const next = new Set(chosen)
    if (!next.delete(name)) next.add(name)
    onChoose(next)
  }

  return (
    <fieldset className="flex flex-col gap-1.5 border-l-2 border-rule pl-4">
      <legend className="eyebrow mb-1">{t('corrections.parts')}</legend>
      {fields.map(({ name, label }) => (
        <label key={name} htmlFor={`${id}-${name}`} className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            id={`${id}-${name}`}
            checked={chosen.has(name)}
            onChange={() => toggle(name)}
            className="shrink-0 accent-accent"
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
