'use client'
import { useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary } from './buttons.ts'

/** Starts the exam, or leads back to the attempt where it was started before: asking twice starts it once. */
export function StartButton({ examId }: { examId: string }) {
  const { t } = useMessages()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const start = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const response = await fetch(`/api/exam/v1/exams/${encodeURIComponent(examId)}/attempts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      })
      const json = (await response.json()) as { attemptId?: string; error?: { message: string } }
      if (response.ok && json.attemptId) return location.assign(`/attempts/${json.attemptId}`)
      setTrouble(json.error?.message ?? t('start.failed'))
    } catch {
      setTrouble(t('start.failed'))
    }
    setBusy(false)
  }
  return (
    <>
      <button type="button" className={`${primary} min-h-11 px-6`} disabled={busy} onClick={start}>
        {busy ? t('start.beginning') : t('start.begin')}
      </button>
      <p role="alert" className="interface basis-full text-wrong empty:hidden">
        {trouble}
      </p>
    </>
  )
}
