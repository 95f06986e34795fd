'use client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { quiet } from '../../site/buttons.ts'
import type { ServerClock } from '../engine/server-clock.ts'
import { dueAnnouncement } from '../remaining.ts'
import { changeText } from './change-text.ts'
import { listenForWanted, warningsWanted } from './wanted.ts'

interface Props {
  clock: ServerClock
  /** server time in milliseconds; null: none */
  deadline: number | null
  /** the clock stands */
  onBreak: boolean
}

/** How long a line stays that nobody put aside, in milliseconds. */
const stays = 60_000

/** Says politely that the time is nearly up, where that is wanted, and always that it was changed. */
export function DeadlineWarning({ clock, deadline: stated, onBreak }: Props) {
  const { t } = useMessages()
  const wanted = useSyncExternalStore(listenForWanted, warningsWanted, () => true)
  const [said, setSaid] = useState('')
  const known = useRef<number | null>(null)
  const before = useRef<number | null>(null)
  const paused = useRef(false)
  // in a break the deadline moves all the time
  const deadline = onBreak ? null : stated

  useEffect(() => {
    if (paused.current && !onBreak) setSaid(t('during.breakOver'))
    if (onBreak) known.current = null
    paused.current = onBreak
  }, [onBreak, t])
  useEffect(() => {
    const now = clock.now()
    if (deadline === null || now === null) return
    if (known.current !== null) setSaid((last) => changeText(t, known.current, deadline, now) ?? last)
    known.current = deadline
    before.current = null
  }, [deadline, clock, t])

  useEffect(() => {
    if (deadline === null) return
    const look = () => {
      const now = clock.now()
      if (now === null) return
      const due = dueAnnouncement(before.current, deadline - now)
      before.current = deadline - now
      if (due !== null && wanted) setSaid(t('sitting.minutesLeft', { minutes: due }))
    }
    look()
    const ticking = setInterval(look, 1000)
    return () => clearInterval(ticking)
  }, [clock, deadline, wanted, t])

  useEffect(() => {
    if (said === '') return
    const timer = setTimeout(() => setSaid(''), stays)
    return () => clearTimeout(timer)
  }, [said])

  return (
    <div role="status" className="interface border-t border-rule bg-wash empty:hidden print:hidden">
      {said !== '' && (
        <p className="mx-auto flex max-w-6xl items-center gap-4 px-4 py-1.5 sm:px-6">
          <span className="grow">{said}</span>
          <button type="button" className={quiet} onClick={() => setSaid('')}>
            {t('during.hideWarning')}
          </button>
        </p>
      )}
    </div>
  )
}
