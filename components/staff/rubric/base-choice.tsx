'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { Base } from './rubric.ts'

/** What points start from: nothing, and items add up, or all of them, and items take away. */
export function BaseChoice(props: { base: Base; possible: number; onChange: (base: Base) => void }) {
  const { t } = useMessages()
  const name = useId()
  const choice = (base: Base, text: string) => (
    <label className="flex min-h-7 items-baseline gap-2">
      <input
        type="radio"
        name={name}
        className="size-4 shrink-0 translate-y-0.5 accent-accent"
        checked={props.base === base}
        onChange={() => props.onChange(base)}
      />
      {text}
    </label>
  )
  return (
    <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
      <legend className="eyebrow mb-1">{t('rubric.startsFrom')}</legend>
      {choice('zero', t('rubric.fromZero'))}
      {choice('full', t('rubric.fromFull', { points: props.possible }))}
    </fieldset>
  )
}
