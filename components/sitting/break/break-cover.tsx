'use client'
import { useEffect, useRef } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { timeText } from '../time-text.ts'

/** Stands in the paper's place while the clock stands still. */
export default function BreakCover({ left }: { left: number | null }) {
  const { t } = useMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  // what had the focus is covered: without this a keyboard would be nowhere
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className="mx-auto max-w-measure px-5 py-20 sm:py-28">
      <h1 ref={heading} tabIndex={-1} className="text-title font-semibold outline-none">
        {t('during.breakTitle')}
      </h1>
      <p className="mt-4">{t('during.breakText')}</p>
      <p className="mt-6 text-lead">
        {left === null ? t('during.breakLeftFree') : t('during.breakLeft', { time: timeText(t, left) })}
      </p>
      <p className="interface mt-6 text-soft">{t('during.breakEnds')}</p>
    </main>
  )
}
