'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState, useTransition } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, secondary } from '../site/buttons.ts'
import { sendJson } from './send-json.ts'

/** A button that posts to a route, then shows the page as it has become, or says why nothing happened. */
export function SendButton(props: { path: string; body?: unknown; main?: boolean; children: ReactNode }) {
  const { t } = useMessages()
  const router = useRouter()
  const [sending, setSending] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)
  const busy = sending || refreshing

  async function send() {
    setSending(true)
    setRefusal(null)
    const sent = await sendJson(props.path, props.body ?? {})
    setSending(false)
    if (sent.ok) startRefresh(() => router.refresh())
    else setRefusal(t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
  }

  return (
    <span className="inline-flex flex-col gap-1">
      <button type="button" className={props.main ? primary : secondary} disabled={busy} onClick={send}>
        {busy ? t('staff.sending') : props.children}
      </button>
      <span role="status" className="interface text-fine text-wrong">
        {refusal}
      </span>
    </span>
  )
}
