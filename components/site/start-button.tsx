'use client'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary } from './buttons.ts'
import { useReady } from './use-ready.ts'

interface Props {
  examId: string
  asksCode?: boolean
  /** of a further attempt */
  number?: number
}

/** Starts the exam, or leads back to the attempt where it was started before: asking twice starts it once. */
export function StartButton({ examId, asksCode = false, number }: Props) {
  const { t } = useMessages()
  const ready = useReady()
  const field = useId()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const start = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setTrouble(null)
    try {
      const response = await fetch(`/api/exam/v1/exams/${encodeURIComponent(examId)}/attempts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...(asksCode ? { code } : {}), ...(number === undefined ? {} : { number }) }),
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
    <form className="contents" onSubmit={start}>
      {asksCode && (
        <label className="interface basis-full" htmlFor={field}>
          {t('access.code')}
          <input
            id={field}
            className="ruled mt-1 block h-11 w-full max-w-xs"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            maxLength={100}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
      )}
      <button type="submit" className={`${primary} min-h-11 px-6`} disabled={busy || !ready}>
        {busy ? t('start.beginning') : number === undefined ? t('start.begin') : t('quiz.again')}
      </button>
      <p role="alert" className="interface basis-full text-wrong empty:hidden">
        {trouble}
      </p>
    </form>
  )
}
