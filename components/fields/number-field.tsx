'use client'
import { useRef } from 'react'
import { useMessages } from '../messages/provider.tsx'
import type { ControlProps } from './props.ts'
import { SignButton } from './sign-button.tsx'

/** One number, as text: what a student types is kept as typed. */
export function NumberField({ field, value, onChange, onLeave, disabled, ...at }: ControlProps<'number'>) {
  const { t } = useMessages()
  const input = useRef<HTMLInputElement>(null)
  const change = (text: string) => onChange(text === '' ? null : { kind: 'number', text })
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-2 gap-y-1">
      <input
        ref={input}
        id={at.id}
        className="ruled w-32 max-w-full"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={4000}
        value={value?.text ?? ''}
        disabled={disabled}
        aria-labelledby={at.labelledBy}
        aria-describedby={at.describedBy}
        aria-invalid={at.invalid}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={onLeave}
      />
      <SignButton disabled={disabled} text={value?.text ?? ''} onChange={change} target={input} />
      {field.decimals !== null && <span className="eyebrow">{t('fields.decimals', { n: field.decimals })}</span>}
    </span>
  )
}
