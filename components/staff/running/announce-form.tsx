'use client'
import { type FormEvent, useId, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { secondary } from '../../site/buttons.ts'
import { Outcome } from './outcome.tsx'
import type { Running } from './running.ts'
import { useAct } from './use-act.ts'

/** Says something to everybody who sits the exam. */
export function AnnounceForm(props: { exam: Running; look: () => Promise<void> }) {
  const { t } = useMessages()
  const id = useId()
  const { busy, message, act } = useAct(props.look)
  const [question, setQuestion] = useState('')
  const [text, setText] = useState('')

  async function announce(event: FormEvent) {
    event.preventDefault()
    const said = { text, question: question === '' ? null : question }
    if (await act(`/api/staff/v1/exams/${props.exam.id}/announcements`, said, () => t('running.done'))) setText('')
  }

  return (
    <form onSubmit={announce} className="interface flex max-w-3xl flex-col gap-3">
      <label className="flex flex-col gap-1" htmlFor={`${id}-about`}>
        <span className="eyebrow">{t('running.about')}</span>
        <select
          id={`${id}-about`}
          className="ruled max-w-full"
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        >
          <option value="">{t('running.wholeExam')}</option>
          {props.exam.questions.map(({ slug, title }, index) => (
            <option key={slug} value={slug}>
              {t('running.question', { number: index + 1, title })}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1" htmlFor={`${id}-text`}>
        <span className="eyebrow">{t('running.text')}</span>
        <textarea
          id={`${id}-text`}
          className="ruled min-h-20 w-full"
          required
          maxLength={4000}
          aria-describedby={`${id}-hint`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p id={`${id}-hint`} className="eyebrow">
        {t('running.announceHint')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={secondary} disabled={busy}>
          {t('running.send')}
        </button>
        <Outcome message={message} />
      </div>
    </form>
  )
}
