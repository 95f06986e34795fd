'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/provider.tsx'

export interface Progress {
  id: string
  state: string
  submissions: number
  done: number
}

const every = 1_500
/** A reader with a screen reader hears tenths, not every batch. */
const steps = 10

/** How far a regrade is, asked for again and again until it has got somewhere; then the page is drawn anew. */
export function RegradeProgress({ start }: { start: Progress }) {
  const { t } = useMessages()
  const router = useRouter()
  const [progress, setProgress] = useState(start)
  const drawn = useRef(start.state)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    async function look() {
      const now = await fetchProgress(start.id)
      if (gone) return
      if (now) setProgress(now)
      if (now && now.state !== drawn.current) {
        drawn.current = now.state
        router.refresh()
      } else timer = setTimeout(look, every)
    }
    timer = setTimeout(look, every)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [start.id, router])

  const { state, done, submissions } = progress
  const text =
    state === 'approving'
      ? t('regrade.progressApprove')
      : done === 0
        ? t('regrade.progressPrepare')
        : t('regrade.progress', { done, submissions })
  const spoken = Math.floor((steps * done) / Math.max(1, submissions)) / steps
  return (
    <div className="interface flex max-w-measure flex-col gap-2">
      <p>{text}</p>
      <progress
        className="h-2 w-full accent-accent"
        aria-label={t('regrade.title')}
        {...(state === 'approving' || done === 0 ? {} : { value: done, max: submissions })}
      />
      <p role="status" className="sr-only">
        {state === 'running' && done > 0
          ? t('regrade.progress', { done: Math.round(spoken * submissions), submissions })
          : text}
      </p>
    </div>
  )
}

async function fetchProgress(id: string): Promise<Progress | null> {
  try {
    const response = await fetch(`/api/staff/v1/regrades/${id}`)
    return response.ok ? ((await response.json()) as Progress) : null
  } catch {
    return null
  }
}
