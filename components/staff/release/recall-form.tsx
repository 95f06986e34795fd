'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'

/** Takes results back at once, with a word on why. */
export function RecallForm({ path }: { path: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function recall(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const sent = await sendJson(path, { scope: 'none', note })
    setBusy(false)
    setRefusal(sent.ok ? null : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
    if (!sent.ok) return
    setNote('')
    router.refresh()
  }

  return (
    <form onSubmit={recall} className="interface mt-5 flex flex-wrap items-end gap-3">
      <label className="flex min-w-0 grow basis-64 flex-col gap-1" htmlFor={id}>
        <span className="eyebrow">{t('release.recallWhy')}</span>
        <input
          id={id}
          className="ruled"
          value={note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className={secondary} disabled={busy}>
        {busy ? t('staff.sending') : t('release.recall')}
      </button>
      <p className="basis-full text-fine text-soft">{t('release.recallLead')}</p>
      <p role="status" className="basis-full text-wrong empty:hidden">
        {refusal}
      </p>
    </form>
  )
}
