'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from '../running/outcome.tsx'
import { useAct } from '../running/use-act.ts'

/** Draws answers into the calibration set of a part. */
export function DrawForm(props: { examId: string; field: string; name: string }) {
  const { t } = useMessages()
  const id = useId()
  const router = useRouter()
  const { busy, message, act } = useAct(async () => router.refresh())
  const [count, setCount] = useState('5')

  async function draw(event: FormEvent) {
    event.preventDefault()
    const body = { field: props.field, answers: Number(count) }
    await act(`/api/staff/v1/exams/${props.examId}/blind/calibration`, body, (answer) =>
      t('agreement.drawn', { n: (answer as { added?: number }).added ?? 0 }),
    )
  }

  return (
    <form
      onSubmit={draw}
      aria-label={`${t('agreement.draw')}: ${props.name}`}
      className="flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <label className="flex flex-col gap-1" htmlFor={`${id}-count`}>
        <span className="eyebrow">{t('agreement.drawHow')}</span>
        <input
          id={`${id}-count`}
          type="number"
          min="1"
          max="100"
          required
          className="ruled w-24"
          value={count}
          onChange={(event) => setCount(event.target.value)}
        />
      </label>
      <button type="submit" className={secondary} disabled={busy}>
        {t('agreement.draw')}
      </button>
      <Outcome message={message} />
    </form>
  )
}
