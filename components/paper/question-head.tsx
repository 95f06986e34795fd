'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/provider.tsx'

interface Props {
  id: string
  number: number
  title: string
  points: number
  /** where points were given: those */
  earned?: number | null
  children?: ReactNode
}

/** A question's number, hung before its title, and its points. */
export function QuestionHead({ id, number, title, points, earned, children }: Props) {
  const { t } = useMessages()
  return (
    <header className="mb-5 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h2 id={id} className="flex min-w-0 grow basis-72 items-baseline gap-3 text-lead font-semibold">
        <span className="text-title leading-none font-normal text-accent">{number}</span> <span>{title}</span>
      </h2>
      <span className="interface text-soft">
        {typeof earned === 'number' ? t('verdict.ofPoints', { earned, points }) : t('fields.points', { points })}
      </span>
      {children}
    </header>
  )
}
