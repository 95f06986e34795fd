'use client'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'
import { quiet } from '../site/buttons.ts'
import type { ServerClock } from './engine/server-clock.ts'
import { timeText } from './time-text.ts'

interface Props {
  clock: ServerClock
  /** server time in milliseconds; null: no deadline */
  deadline: number | null
  onTimeUp: () => void
}

/** The time that remains by the server's clock. It can be hidden. */
export function Clock({ clock, deadline, onTimeUp }: Props) {
  const { t } = useMessages()
  const [hidden, setHidden] = useState(false)
  const [remaining, setRemaining] = useState<number | null>(null)
  const timeUp = useRef(onTimeUp)
  timeUp.current = onTimeUp

  useEffect(() => setHidden(sessionStorage.getItem('clock') === 'hidden'), [])
  useEffect(() => {
    const look = () => {
      const now = clock.now()
      if (deadline === null || now === null) return
      const left = deadline - now
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
  }, [clock, deadline])

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
    </span>
  )
}
