'use client'
import { useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { sendJson } from '../send-json.ts'

/** Sends a change, says what came of it, and shows the exam as it has become. */
export function useAct(look: () => Promise<void>) {
  const { t } = useMessages()
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)

  async function act(path: string, body: unknown, done: (answer: unknown) => string): Promise<boolean> {
    setBusy(true)
    setMessage(null)
    const sent = await sendJson(path, body)
    if (sent.ok) await look()
    setBusy(false)
    setMessage(
      sent.ok
        ? { ok: true, text: done(sent.body) }
        : { ok: false, text: t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }) },
    )
    return sent.ok
  }
  return { busy, message, act }
}
