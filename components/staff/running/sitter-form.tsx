'use client'
import Link from 'next/link'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { link, primary, secondary } from '../../site/buttons.ts'
import { Minutes, Reason } from './given.tsx'
import { Outcome } from './outcome.tsx'
import type { Sitter } from './running.ts'
import { useAct } from './use-act.ts'

/** What can be done for one student: time, a break, closing, opening again, signing out; and where to see what was saved. */
export function SitterForm(props: { examId: string; sitter: Sitter; look: () => Promise<void>; onClose: () => void }) {
  const { sitter, examId } = props
  const { t } = useMessages()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const { busy, message, act } = useAct(props.look)
  const [minutes, setMinutes] = useState('5')
  const [reason, setReason] = useState('')
  const attempt = `/api/staff/v1/attempts/${sitter.attemptId}`
  const closed = sitter.state === 'closed'
  useEffect(() => first.current?.focus(), [])

  const change = async (path: string, body: object, done = (_: unknown) => t('running.done')) => {
    if (await act(path, { ...body, reason }, done)) setReason('')
  }
  const signOut = () =>
    change(`/api/staff/v1/exams/${examId}/sessions`, { personId: sitter.personId }, (answer) =>
      t('running.signedOut', { n: Number((answer as { sessions?: number }).sessions ?? 0) }),
    )
  function give(event: FormEvent) {
    event.preventDefault()
    if (closed) return void change(`${attempt}/reopen`, { minutes: Number(minutes) })
    const to = { scope: 'person', personId: sitter.personId }
    void change(`/api/staff/v1/exams/${examId}/extensions`, { to, minutes: Number(minutes) })
  }

  return (
    <form
      onSubmit={give}
      className="sticky left-0 flex max-w-[calc(100vw-2rem)] flex-col gap-3 border-l-2 border-accent bg-wash px-4 py-3"
    >
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <span className="font-semibold">{t('running.changing', { name: sitter.name })}</span>
        {sitter.attemptId === null ? null : (
          <Link href={`/staff/attempts/${sitter.attemptId}/history`} prefetch={false} className={link}>
            {t('running.history')}
          </Link>
        )}
      </p>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-3">
        <Minutes
          id={`${id}-minutes`}
          value={minutes}
          onChange={setMinutes}
          least={closed ? 1 : undefined}
          ref={first}
        />
        <Reason id={`${id}-reason`} value={reason} onChange={setReason} hint={`${id}-hint`} />
      </div>
      <p id={`${id}-hint`} className="eyebrow">
        {t('running.reasonHint')} {closed ? t('running.reopenHint') : null}
        {sitter.attemptId === null ? t('running.notBegunYet') : null}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={primary} disabled={busy}>
          {closed ? t('running.reopen') : t('running.give')}
        </button>
        {sitter.state === 'open' || sitter.state === 'break' ? (
          <>
            <button
              type="button"
              className={secondary}
              disabled={busy}
              onClick={() => change(`${attempt}/break`, { on: sitter.state === 'open' })}
            >
              {sitter.state === 'open' ? t('running.startBreak') : t('running.endBreak')}
            </button>
            <button type="button" className={secondary} disabled={busy} onClick={() => change(`${attempt}/close`, {})}>
              {t('running.close')}
            </button>
          </>
        ) : null}
        <button type="button" className={secondary} disabled={busy} onClick={signOut}>
          {t('running.signOut')}
        </button>
        <button type="button" className={secondary} onClick={props.onClose}>
          {t('running.leave')}
        </button>
        <Outcome message={message} />
      </div>
    </form>
  )
}
