'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState, useTransition } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { sendJson } from '../send-json.ts'

interface Props {
  attemptId: string
  eventId: string
  /** counts now, by a decision */
  accepted: boolean
  /** nobody has decided yet, and somebody must */
  waits: boolean
}

/** Lets a kept value count, or leaves it, with a reason that stays beside it. */
export function LateDecision({ attemptId, eventId, accepted, waits }: Props) {
  const { t } = useMessages()
  const id = useId()
  const router = useRouter()
  const [reason, setReason] = useState('')
  const [sending, setSending] = useState(false)
  const [refreshing, startRefresh] = useTransition()
  const [refusal, setRefusal] = useState<string | null>(null)
  const busy = sending || refreshing

  async function decide(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const accept = submitter instanceof HTMLButtonElement && submitter.value === 'accept'
    setSending(true)
    setRefusal(null)
    const sent = await sendJson(`/api/staff/v1/attempts/${encodeURIComponent(attemptId)}/late`, {
      eventId,
      accept,
      reason,
    })
    setSending(false)
    if (!sent.ok) return setRefusal(t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }))
    setReason('')
    startRefresh(() => router.refresh())
  }
  const button = (value: 'accept' | 'leave', text: string, main = false) => (
    <button type="submit" value={value} className={main ? primary : secondary} disabled={busy}>
      {text}
    </button>
  )

  return (
    <form onSubmit={decide} className="interface mt-3 flex flex-wrap items-end gap-x-4 gap-y-2">
      <label className="flex grow basis-56 flex-col gap-1" htmlFor={id}>
        <span className="eyebrow">{t('evidence.reason')}</span>
        <input
          id={id}
          className="ruled w-full"
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <span className="flex flex-wrap gap-3">
        {accepted ? button('leave', t('evidence.takeBack')) : button('accept', t('evidence.accept'), waits)}
        {waits ? button('leave', t('evidence.leave')) : null}
      </span>
      <span role="status" className="basis-full text-fine text-wrong empty:hidden">
        {refusal}
      </span>
    </form>
  )
}
