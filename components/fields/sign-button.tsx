'use client'
import type { RefObject } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'

interface Props {
  text: string
  disabled: boolean
  onChange: (text: string) => void
  target: RefObject<HTMLInputElement | null>
}

/** Number pads of phones often have no minus: where fingers point, a button turns the sign. */
export function SignButton({ text, disabled, onChange, target }: Props) {
  const { t } = useMessages()
  return (
    <button
      type="button"
      className={`${quiet} not-pointer-coarse:hidden`}
      disabled={disabled}
      aria-label={t('fields.sign')}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        onChange(turnSign(text))
        target.current?.focus()
      }}
    >
      <span aria-hidden="true">±</span>
    </button>
  )
}

/** Puts a minus in front, or takes it away. */
export function turnSign(text: string): string {
  const trimmed = text.trimStart()
  return /^[-−]/.test(trimmed) ? trimmed.slice(1) : `-${trimmed.replace(/^\+/, '')}`
}
