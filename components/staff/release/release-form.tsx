'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { primary } from '../../site/buttons.ts'
import { Tick } from '../../site/tick.tsx'
import { sendJson } from '../send-json.ts'
import { instantOf } from './instant-of.ts'
import { LookFields } from './look-fields.tsx'
import { PreviewPicker } from './preview-picker.tsx'
import type { Shows } from './shown.ts'
import { ShowsFields } from './shows-fields.tsx'

export interface ReleaseFormProps {
  examId: string
  zone: string
  start: Shows
  /** when requests end as it is proposed: a local time */
  until: string
  finished: boolean
  mail: boolean
  submissions: readonly { attemptId: string; code: string }[]
}

/** What is shown, when, and until when students may ask; with a look at it before. */
export function ReleaseForm(props: ReleaseFormProps) {
  const { t } = useMessages()
  const router = useRouter()
  const id = useId()
  const [shows, setShows] = useState(props.start)
  const [later, setLater] = useState(false)
  const [at, setAt] = useState('')
  const [look, setLook] = useState({ may: true, until: props.until, atMost: '' })
  const [tell, setTell] = useState(true)
  const [note, setNote] = useState('')
  const [anyway, setAnyway] = useState(false)
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)

  async function release(event: FormEvent) {
    event.preventDefault()
    const time = later ? instantOf(at, props.zone) : null
    const until = look.may ? instantOf(look.until, props.zone) : null
    if ((later && !time) || (look.may && !until)) return setMessage({ ok: false, text: t('release.noTime') })
    setBusy(true)
    const sent = await sendJson(`/api/staff/v1/exams/${props.examId}/release`, {
      shows,
      at: time,
      requestsUntil: until,
      requestsAtMost: look.may && look.atMost.trim() !== '' ? Number(look.atMost) : null,
      note,
      anyway,
      tell: tell && props.mail,
    })
    setBusy(false)
    if (sent.ok) {
      setMessage({ ok: true, text: t(later ? 'release.doneLater' : 'release.done') })
      setNote('')
      setAnyway(false)
      return router.refresh()
    }
    const why = sent.code === 'unfinished' ? t('release.unfinished') : (sent.message ?? t('staff.unreachable'))
    setMessage({ ok: false, text: why })
    if (sent.code === 'unfinished') router.refresh()
  }

  return (
    <form onSubmit={release} className="interface flex max-w-3xl flex-col gap-7">
      <ShowsFields shows={shows} onChange={setShows} />
      <PreviewPicker examId={props.examId} shows={shows} submissions={props.submissions} />
      <fieldset className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <legend className="eyebrow mb-2">{t('release.when')}</legend>
        {[false, true].map((one) => (
          <label key={String(one)} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              name={`${id}-when`}
              className="size-4 accent-accent"
              checked={later === one}
              onChange={() => setLater(one)}
            />
            {t(one ? 'release.atTime' : 'release.atOnce')}
          </label>
        ))}
        {later ? (
          <label className="flex flex-col gap-1" htmlFor={`${id}-at`}>
            <span className="eyebrow">{t('release.time', { zone: props.zone })}</span>
            <input
              id={`${id}-at`}
              type="datetime-local"
              className="ruled"
              required
              value={at}
              onChange={(event) => setAt(event.target.value)}
            />
          </label>
        ) : null}
      </fieldset>
      <LookFields zone={props.zone} look={look} onChange={setLook} />
      <div className="flex flex-col gap-3">
        {props.mail ? (
          <Tick checked={tell} onChange={setTell}>
            {t('release.tell')}
          </Tick>
        ) : (
          <p className="text-soft">{t('release.tellOff')}</p>
        )}
        <label className="flex flex-col gap-1" htmlFor={`${id}-note`}>
          <span className="eyebrow">{t('release.note')}</span>
          <input
            id={`${id}-note`}
            className="ruled"
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {props.finished ? null : (
          <Tick checked={anyway} onChange={setAnyway}>
            {t('release.anyway')}
          </Tick>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className={primary} disabled={busy}>
          {busy ? t('staff.sending') : t(later ? 'release.sendLater' : 'release.send')}
        </button>
        <span role="status" className={message?.ok === false ? 'text-wrong' : ''}>
          {message?.text}
        </span>
      </div>
    </form>
  )
}
