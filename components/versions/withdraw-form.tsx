'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { secondary } from '../site/buttons.ts'
import { sendJson } from '../staff/send-json.ts'

/** Takes back what is published, with the reason. */
export function WithdrawForm({ slug }: { slug: string }) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function withdraw(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const sent = await sendJson(`/api/staff/v1/questions/${slug}/withdraw`, { note })
    setBusy(false)
    if (sent.ok) router.refresh()
    else setRefusal(t('versions.failed', { reason: sent.message ?? t('versions.unreachable') }))
  }

  return (
    <details className="interface">
      <summary className="w-fit text-soft underline decoration-1 underline-offset-3">{t('versions.withdraw')}</summary>
      <form onSubmit={withdraw} className="mt-3 flex max-w-measure flex-col gap-3 border-l-2 border-rule pl-4">
        <p className="text-soft">{t('versions.withdrawLead')}</p>
        <label className="flex flex-col gap-1" htmlFor={id}>
          <span className="eyebrow">{t('versions.withdrawWhy')}</span>
          <input
            id={id}
            className="ruled w-full"
            required
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className="flex flex-wrap items-center gap-3">
          <button type="submit" className={secondary} disabled={busy}>
            {t('versions.withdrawNow')}
          </button>
          <span role="status" className="text-wrong">
            {refusal}
          </span>
        </div>
      </form>
    </details>
  )
}
