'use client'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'

interface Props {
  title: string
  hint?: string
  /** of the text */
  name: string
  action: string
  onCancel: () => void
  /** says why it was not taken; null: it was */
  send: (text: string) => Promise<string | null>
}

/** A text to be sent to those who review. What was written stays until it has arrived. */
export function TextForm({ title, hint, name, action, onCancel, send }: Props) {
  const { t } = useMessages()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => area.current?.focus(), [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const why = await send(text)
    setBusy(false)
    setProblem(why)
    if (why === null) setText('')
  }

  return (
    <form onSubmit={submit} className="interface mt-4 flex flex-col gap-3 border-l-2 border-accent pl-4 print:hidden">
      <p className="font-semibold">{title}</p>
      <label className="flex flex-col gap-1" htmlFor={id}>
        <span className="eyebrow">{name}</span>
        <textarea
          ref={area}
          id={id}
          className="ruled min-h-28 w-full"
          required
          maxLength={5000}
          aria-describedby={hint ? `${id}-hint` : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {hint && (
        <p id={`${id}-hint`} className="-mt-2 text-fine text-soft">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={busy}>
          {busy ? t('requests.sending') : action}
        </button>
        <button type="button" className={secondary} onClick={onCancel}>
          {t('requests.cancel')}
        </button>
      </div>
      <p role="status" className="text-wrong empty:hidden">
        {problem}
      </p>
    </form>
  )
}
