'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from '../running/outcome.tsx'
import { useAct } from '../running/use-act.ts'

/** Whether reviewers see names. */
export function NamesForm(props: { examId: string; anonymous: boolean; namesForAssistants: boolean }) {
  const { t } = useMessages()
  const id = useId()
  const router = useRouter()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [anonymous, setAnonymous] = useState(props.anonymous)
  const [namesForAssistants, setNames] = useState(props.namesForAssistants)
  const [reason, setReason] = useState('')

  async function save(event: FormEvent) {
    event.preventDefault()
    const body = { anonymous, namesForAssistants, reason }
    const ok = await act(`/api/staff/v1/exams/${props.examId}/blind/names`, body, () => t('agreement.saved'))
    if (ok) setReason('')
  }

  return (
    <form onSubmit={save} aria-label={t('agreement.names')} className="interface flex flex-col items-start gap-3">
      <label className="flex items-baseline gap-2">
        <input type="checkbox" checked={anonymous} onChange={(event) => setAnonymous(event.target.checked)} />
        {t('agreement.anonymous')}
      </label>
      <label className="flex items-baseline gap-2">
        <input
          type="checkbox"
          checked={namesForAssistants}
          disabled={!anonymous}
          onChange={(event) => setNames(event.target.checked)}
        />
        {t('agreement.namesForAssistants')}
      </label>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <label className="flex flex-col gap-1" htmlFor={`${id}-reason`}>
          <span className="eyebrow">{t('agreement.reason')}</span>
          <input
            id={`${id}-reason`}
            required
            maxLength={500}
            className="ruled w-72 max-w-full"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <button type="submit" className={secondary} disabled={busy}>
          {t('agreement.save')}
        </button>
      </div>
      <Outcome message={message} />
    </form>
  )
}
