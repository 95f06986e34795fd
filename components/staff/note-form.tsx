'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'
import { sendJson } from './send-json.ts'

interface Props {
  path: string
  /** what is sent beside the note */
  body?: Record<string, unknown>
  label: string
  button: string
  lead: string
  required?: boolean
}

/** Takes something back at once, with a word on why. */
export function NoteForm({ path, body, label, button, lead, required = false }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function send(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const sent = await sendJson(path, { ...body, note })
    setBusy(false)
    setRefusal(sent.ok ? null : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
    if (!sent.ok) return
    setNote('')
    router.refresh()
  }

  return (
    <form onSubmit={send} className="interface flex flex-wrap items-end gap-3">
      <label className="flex min-w-0 grow basis-64 flex-col gap-1" htmlFor={id}>
        <span className="eyebrow">{label}</span>
        <input
          id={id}
          className="ruled"
          required={required}
          value={note}
          maxLength={2000}
          aria-describedby={`${id}-lead`}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className={secondary} disabled={busy}>
        {busy ? t('staff.sending') : button}
      </button>
      <p id={`${id}-lead`} className="basis-full text-fine text-soft">
        {lead}
      </p>
      <p role="status" className="basis-full text-wrong empty:hidden">
        {refusal}
      </p>
    </form>
  )
}
