'use client'
import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { printTime } from '../../site/times.ts'
import { Outcome } from '../running/outcome.tsx'
import { sendJson } from '../send-json.ts'

type End = 'opens' | 'closes'

/** Which of two instants is meant by a time that comes twice, or never. */
interface Question {
  end: End
  choices: string[]
}

const ends = ['opens', 'closes'] as const

/** When an exam opens and closes, in the local time of a zone that is named. What is not one instant is asked back. */
export function WindowForm(props: {
  examId: string
  zone: string
  zones: readonly string[]
  start: Record<End, string>
}) {
  const { t, locale } = useMessages()
  const router = useRouter()
  const id = useId()
  const [zone, setZone] = useState(props.zone)
  const [typed, setTyped] = useState(props.start)
  const [chosen, setChosen] = useState<Partial<Record<End, 0 | 1>>>({})
  const [question, setQuestion] = useState<Question | null>(null)
  const [message, setMessage] = useState<{ ok: boolean; text: string } | null>(null)
  const names = { opens: t('running.opens'), closes: t('running.closes') }

  async function move(choices: typeof chosen) {
    const entered = (end: End) => (typed[end] === '' ? null : { local: typed[end], choice: choices[end] ?? null })
    const body = { zone, opens: entered('opens'), closes: entered('closes') }
    const sent = await sendJson(`/api/staff/v1/exams/${props.examId}/window`, body)
    setQuestion(null)
    if (sent.ok) {
      const { tellsBefore } = sent.body as { tellsBefore: boolean }
      setMessage({ ok: !tellsBefore, text: t(tellsBefore ? 'running.doneTells' : 'running.done') })
      return router.refresh()
    }
    setMessage({ ok: false, text: sent.message ?? t('staff.unreachable') })
    const { field, choices: offered } = sent.error ?? {}
    if ((field === 'opens' || field === 'closes') && Array.isArray(offered))
      setQuestion({ end: field, choices: offered.map(String) })
  }
  function send(event: FormEvent) {
    event.preventDefault()
    setChosen({})
    void move({})
  }
  function choose(end: End, choice: 0 | 1) {
    const choices = { ...chosen, [end]: choice }
    setChosen(choices)
    void move(choices)
  }

  return (
    <form onSubmit={send} className="interface flex flex-wrap items-end gap-x-5 gap-y-3">
      {ends.map((end) => (
        <label key={end} className="flex flex-col gap-1" htmlFor={`${id}-${end}`}>
          <span className="eyebrow">{names[end]}</span>
          <input
            id={`${id}-${end}`}
            type="datetime-local"
            className="ruled"
            value={typed[end]}
            onChange={(event) => setTyped({ ...typed, [end]: event.target.value })}
          />
        </label>
      ))}
      <label className="flex max-w-full flex-col gap-1" htmlFor={`${id}-zone`}>
        <span className="eyebrow">{t('running.zone')}</span>
        <select
          id={`${id}-zone`}
          className="ruled max-w-full sm:max-w-64"
          value={zone}
          onChange={(event) => setZone(event.target.value)}
        >
          {props.zones.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={secondary}>
        {t('running.moveWindow')}
      </button>
      <div className="flex basis-full flex-col gap-2">
        <Outcome message={message} />
        {question ? (
          <fieldset className="flex flex-wrap items-center gap-3">
            <legend className="eyebrow mb-1.5">{t('running.choose')}</legend>
            {question.choices.map((iso, k) => (
              <button
                key={iso}
                type="button"
                className={secondary}
                onClick={() => choose(question.end, k === 0 ? 0 : 1)}
              >
                {printTime(iso, locale, zone)}
              </button>
            ))}
          </fieldset>
        ) : null}
      </div>
    </form>
  )
}
