'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { sendJson } from '../staff/send-json.ts'

/** Sends something to be done; whether it was. */
export type Act = (path: string, body: unknown, done?: string) => Promise<boolean>

/** Does something and shows what became of it; the list is read again where it went well. */
export function useAction(onDone?: () => void) {
  const { t } = useMessages()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null)
  const act: Act = async (path, body, done = t('bank.done')) => {
    setBusy(true)
    setSaid(null)
    const sent = await sendJson(path, body)
    setBusy(false)
    if (sent.ok) {
      setSaid({ ok: true, text: done })
      onDone?.()
      router.refresh()
      return true
    }
    setSaid({ ok: false, text: sent.message ?? t(sent.code === 'unreachable' ? 'bank.unreachable' : 'bank.failed') })
    return false
  }
  return { act, busy, said }
}
