'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { primary, secondary } from '../site/buttons.ts'
import { type Rubric, rubricPoints } from './rubric-points.ts'
import { sendJson } from './send-json.ts'

export interface ReviewFormProps {
  submissionId: string
  field: string
  /** the review this page was made from; the server refuses to write over a newer one */
  version: number
  possible: number
  rubric: Rubric
  /** the grader scored this part: changing it needs a reason */
  computed: boolean
  start: { points: number | null; rubric: string[]; comment: string }
  /** where to go after "save and next" */
  next: string
  path: string
}

/** Points by rubric item or by hand, a comment, and for computed parts a reason. */
export function ReviewForm(props: ReviewFormProps) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [chosen, setChosen] = useState(props.start.rubric)
  const [points, setPoints] = useState(props.start.points === null ? '' : String(props.start.points))
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)

  function toggle(item: string) {
    const now = chosen.includes(item) ? chosen.filter((k) => k !== item) : [...chosen, item]
    setChosen(now)
    setPoints(String(rubricPoints(props.rubric, now, props.possible)))
  }

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const goOn = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') === 'next'
    setBusy(true)
    const sent = await sendJson(props.path, {
      submissionId: props.submissionId,
      field: props.field,
      version: props.version,
      points: Number(points),
      rubric: chosen,
      rubricVersion: props.rubric.version,
      comment: String(form.get('comment') ?? ''),
      reason: String(form.get('reason') ?? ''),
    })
    setBusy(false)
    if (!sent.ok) {
      setMessage(
        sent.code === 'conflict'
          ? t('staff.conflict')
          : t('staff.refused', { reason: sent.message ?? t('staff.unreachable') }),
      )
      return
    }
    setMessage(t('staff.saved'))
    if (goOn) router.push(props.next)
    else router.refresh()
  }

  return (
    <form onSubmit={save} className="interface flex flex-col gap-5">
      {props.rubric.items.length > 0 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="eyebrow mb-1.5">{t('staff.rubric')}</legend>
          {props.rubric.items.map((item) => (
            <label key={item.id} className="flex min-h-7 items-baseline gap-2.5">
              <input
                type="checkbox"
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
                checked={chosen.includes(item.id)}
                onChange={() => toggle(item.id)}
              />
              <span>
                {t('staff.rubricItem', {
                  says: item.says,
                  points: item.unit === 'share' ? item.amount * props.possible : item.amount,
                })}
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <div>
        <label htmlFor={`${id}-points`} className="eyebrow mb-1.5 block">
          {t('staff.awarded')}
        </label>
        <input
          id={`${id}-points`}
          type="number"
          inputMode="decimal"
          className="ruled w-24"
          min={0}
          max={props.possible}
          step="any"
          required
          value={points}
          onChange={(event) => setPoints(event.target.value)}
        />{' '}
        {t('staff.awardedOf', { points: props.possible })}
      </div>
      <div>
        <label htmlFor={`${id}-comment`} className="eyebrow mb-1.5 block">
          {t('staff.comment')}
        </label>
        <textarea
          id={`${id}-comment`}
          name="comment"
          className="ruled min-h-24 w-full"
          maxLength={5000}
          defaultValue={props.start.comment}
        />
      </div>
      {props.computed ? (
        <div>
          <label htmlFor={`${id}-reason`} className="eyebrow mb-1.5 block">
            {t('staff.reason')}
          </label>
          <input
            id={`${id}-reason`}
            name="reason"
            className="ruled w-full"
            required
            maxLength={500}
            aria-describedby={`${id}-why`}
          />
          <p id={`${id}-why`} className="eyebrow mt-1">
            {t('staff.reasonNeeded')}
          </p>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" value="next" className={primary} disabled={busy}>
          {t('staff.saveNext')}
        </button>
        <button type="submit" value="stay" className={secondary} disabled={busy}>
          {t('staff.save')}
        </button>
        <span role="status">{message}</span>
      </div>
    </form>
  )
}
