'use client'
import { useId } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import type { Policy } from './uses.ts'

/** The ways of correcting that there are, with what each does to whom. */
export function PolicyChoice(props: {
  policies: readonly Policy[]
  chosen: Policy
  onChoose: (policy: Policy) => void
  legend: string
}) {
  const { t } = useMessages()
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-2 font-semibold">{props.legend}</legend>
      {props.policies.map((policy) => (
        <label key={policy} htmlFor={`${id}-${policy}`} className="grid grid-cols-[1.5rem_1fr] items-baseline">
          <input
            type="radio"
            id={`${id}-${policy}`}
            name={id}
            checked={props.chosen === policy}
            onChange={() => props.onChoose(policy)}
            className="accent-accent"
          />
          <span>
            <span className="font-semibold">{t('corrections.policyName', { policy })}</span>
            <span className="block text-soft">{t('corrections.policySays', { policy })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
