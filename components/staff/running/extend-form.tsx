'use client'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Minutes, Reason } from './given.tsx'
import { Outcome } from './outcome.tsx'
import { useAct } from './use-act.ts'

/** More time for everybody or a room. */
export function ExtendForm(props: { examId: string; rooms: readonly string[]; look: () => Promise<void> }) {
  const { t } = useMessages()
  const id = useId()
  const { busy, message, act } = useAct(props.look)
  const [to, setTo] = useState('')
  const [minutes, setMinutes] = useState('5')
  const [reason, setReason] = useState('')

  async function give(event: FormEvent) {
    event.preventDefault()
    const scope = to === '' ? { scope: 'all' } : { scope: 'room', room: to }
    const given = { to: scope, minutes: Number(minutes), reason }
    const ok = await act(`/api/staff/v1/exams/${props.examId}/extensions`, given, (answer) => {
      const { attempts = 0, closedTooEarly = 0 } = answer as { attempts?: number; closedTooEarly?: number }
      return t('running.gave', { n: attempts }) + t('running.tooLate', { n: closedTooEarly })
    })
    if (ok) setReason('')
  }

  return (
    <form onSubmit={give} className="interface flex flex-wrap items-end gap-x-5 gap-y-3">
      <label className="flex max-w-full flex-col gap-1" htmlFor={`${id}-to`}>
        <span className="eyebrow">{t('running.to')}</span>
        <select id={`${id}-to`} className="ruled max-w-full" value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('running.all')}</option>
          {props.rooms.map((room) => (
            <option key={room} value={room}>
              {t('running.inRoom', { room })}
            </option>
          ))}
        </select>
      </label>
      <Minutes id={`${id}-minutes`} value={minutes} onChange={setMinutes} hint={`${id}-hint`} />
      <Reason id={`${id}-reason`} value={reason} onChange={setReason} />
      <button type="submit" className={secondary} disabled={busy}>
        {t('running.give')}
      </button>
      <p id={`${id}-hint`} className="eyebrow basis-full">
        {t('running.takeBack')}
      </p>
      <Outcome message={message} />
    </form>
  )
}
