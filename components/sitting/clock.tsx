'use client'
import { useEffect, useRef, useState } from 'react'
import type { Translate } from '../messages/catalogue.ts'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import type { ServerClock } from './engine/server-clock.ts'
import { clockParts, dueAnnouncement } from './remaining.ts'

interface Props {
  clock: ServerClock
  /** server time in milliseconds; null: no deadline */
  deadline: number | null
  onTimeUp: () => void
}

/** The time that remains by the server's clock. It can be hidden; it speaks up at a few moments only. */
export function Clock({ clock, deadline, onTimeUp }: Props) {
  const { t } = useMessages()
  const [hidden, setHidden] = useState(false)
  const [remaining, setRemaining] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const before = useRef<number | null>(null)
  const timeUp = useRef(onTimeUp)
  timeUp.current = onTimeUp

  useEffect(() => setHidden(sessionStorage.getItem('clock') === 'hidden'), [])
  useEffect(() => {
    const look = () => {
      const now = clock.now()
      if (deadline === null || now === null) return
      const left = deadline - now
      const due = dueAnnouncement(before.current, left)
      if (due !== null) setSaid(t('sitting.minutesLeft', { minutes: due }))
      before.current = left
      setRemaining(left)
      if (left <= 0) timeUp.current()
    }
    look()
    const ticking = setInterval(look, 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(ticking)
      document.removeEventListener('visibilitychange', look)
    }
  }, [clock, deadline, t])

  const toggle = () => {
    sessionStorage.setItem('clock', hidden ? 'shown' : 'hidden')
    setHidden(!hidden)
  }
  if (deadline === null) return <span className="text-soft">{t('sitting.noDeadline')}</span>
  const urgent = remaining !== null && remaining < 5 * 60_000
  return (
    <span className="inline-flex items-center gap-2 max-sm:order-last max-sm:basis-full">
      <span
        role="timer"
        aria-label={t('sitting.timeLeft')}
        className={`min-w-20 sm:text-right ${urgent ? 'font-semibold text-accent' : ''}`}
      >
        {hidden ? t('sitting.clockHidden') : remaining === null ? '–' : timeText(t, remaining)}
      </span>
      <button type="button" className={`${quiet} border-transparent`} onClick={toggle}>
        {hidden ? t('sitting.showClock') : t('sitting.hideClock')}
      </button>
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  )
}

function timeText(t: Translate, remaining: number): string {
  const { hours, minutes, seconds } = clockParts(remaining)
  if (seconds === null) return t('sitting.hoursMinutes', { hours, minutes })
  return t('sitting.minutesSeconds', { minutes, seconds: String(seconds).padStart(2, '0') })
}
