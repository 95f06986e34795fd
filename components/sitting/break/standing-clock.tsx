'use client'
import { useMessages } from '../../messages/provider.tsx'
import { timeText } from '../time-text.ts'

/** The clock in a break: what will be left when it goes on. */
export function StandingClock({ left }: { left: number | null }) {
  const { t } = useMessages()
  return (
    <span role="timer" aria-label={t('sitting.timeLeft')} className="max-sm:order-last max-sm:basis-full">
      {left === null ? t('during.clockStandsFree') : t('during.clockStands', { time: timeText(t, left) })}
    </span>
  )
}
