'use client'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet, secondary } from '../../site/buttons.ts'

interface Props {
  label: string
  button: string
  busy: boolean
  refusal: string | null
  /** nothing need be written */
  optional?: boolean
  focus?: boolean
  onSend: (text: string) => Promise<boolean>
  onCancel?: () => void
  children?: ReactNode
}

/** A few words and a button that sends them. */
export function TextForm({ label, button, busy, refusal, optional, focus, onSend, onCancel, children }: Props) {
  const { t } = useMessages()
  const id = useId()
  const [text, setText] = useState('')

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (await onSend(text)) {
      setText('')
      onCancel?.()
    }
  }

  return (
    <form onSubmit={submit} className="interface flex max-w-measure flex-col gap-2">
      <label className="flex flex-col gap-1" htmlFor={id}>
        <span className="eyebrow">{label}</span>
        <textarea
          id={id}
          className="ruled min-h-16 w-full"
          required={!optional}
          maxLength={10_000}
          // biome-ignore lint/a11y/noAutofocus: the form was opened to be written in
          autoFocus={focus}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel?.()
          }}
        />
      </label>
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={secondary} disabled={busy}>
          {button}
        </button>
        {onCancel && (
          <button type="button" className={quiet} onClick={onCancel}>
            {t('versions.cancel')}
          </button>
        )}
        <span role="status" className="text-fine text-wrong">
          {refusal}
        </span>
      </div>
    </form>
  )
}
