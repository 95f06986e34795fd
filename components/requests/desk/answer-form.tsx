'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary, secondary } from '../../site/buttons.ts'
import { sendJson } from '../../staff/send-json.ts'

interface Props {
  requestId: string
  seq: number
  state: string
  version: number
  possible: number
  /** what the part has now; null: nobody has decided */
  points: number | null
}

/** Answers a request, with other points or without, or ends the thread. */
export function AnswerForm({ requestId, seq, state, version, possible, points }: Props) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [text, setText] = useState('')
  const [now, setNow] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const address = `/api/staff/v1/requests/${requestId}`
  const waits = state === 'open' || state === 'answered'

  async function send(path: string, body: object) {
    setBusy(true)
    const sent = await sendJson(`${address}/${path}`, { seq, ...body })
    setBusy(false)
    if (!sent.ok) {
      return setProblem(sent.code === 'conflict' ? t('requests.conflict') : (sent.message ?? t('staff.unreachable')))
    }
    setText('')
    setNow('')
    setProblem(null)
    router.refresh()
  }
  const answer = (event: FormEvent) => {
    event.preventDefault()
    void send('answers', { text, version, points: now.trim() === '' ? null : Number(now) })
  }

  return (
    <form onSubmit={answer} className="interface flex flex-col gap-4">
      {waits ? (
        <>
          <label className="flex flex-col gap-1" htmlFor={`${id}-text`}>
            <span className="eyebrow">{t('requests.answer')}</span>
            <textarea
              id={`${id}-text`}
              className="ruled min-h-32 w-full"
              required
              maxLength={5000}
              aria-describedby={`${id}-hint`}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <p id={`${id}-hint`} className="-mt-3 text-fine text-soft">
            {t('requests.answerHint')}
          </p>
          <div>
            <label className="eyebrow mb-1 block" htmlFor={`${id}-points`}>
              {t('requests.newPoints')}
            </label>
            <input
              id={`${id}-points`}
              type="number"
              inputMode="decimal"
              className="ruled w-24"
              min={0}
              max={possible}
              step="any"
              aria-describedby={`${id}-points-hint`}
              value={now}
              onChange={(event) => setNow(event.target.value)}
            />{' '}
            {t('requests.ofPoints', { possible })}
            <p id={`${id}-points-hint`} className="mt-1 text-fine text-soft">
              {t('requests.newPointsHint', { points: points ?? t('requests.pointsNone') })}
            </p>
          </div>
        </>
      ) : (
        <p className="text-soft">{t(state === 'closed' ? 'requests.closedNow' : 'requests.withdrawnNow')}</p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {waits ? (
          <>
            <button type="submit" className={primary} disabled={busy}>
              {t('requests.send')}
            </button>
            <button
              type="button"
              className={secondary}
              disabled={busy}
              onClick={() => void send('state', { to: 'closed', text })}
            >
              {t('requests.close')}
            </button>
          </>
        ) : state === 'closed' ? (
          <button
            type="button"
            className={secondary}
            disabled={busy}
            onClick={() => void send('state', { to: 'open' })}
          >
            {t('requests.reopen')}
          </button>
        ) : null}
      </div>
      <p role="status" className="text-wrong empty:hidden">
        {problem}
      </p>
    </form>
  )
}
