'use client'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { sendJson } from '../../staff/send-json.ts'

/** Sends something to a route and shows the page as it has become, or says why not. */
export function useSend() {
  const { t } = useMessages()
  const router = useRouter()
  const [sending, setSending] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function send(path: string, body: unknown): Promise<boolean> {
    setSending(true)
    setRefusal(null)
    const sent = await sendJson(path, body)
    setSending(false)
    if (sent.ok) startRefresh(() => router.refresh())
    else setRefusal(t('versions.failed', { reason: sent.message ?? t('versions.unreachable') }))
    return sent.ok
  }

  return { busy: sending || refreshing, refusal, send }
}
