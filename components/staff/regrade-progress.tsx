'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
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

const working = (state: string) => state === 'running' || state === 'approving'

/**
 * How far a regrade is, asked for again and again until it has got somewhere; then the page is drawn anew, and who cannot
 * see that is told.
 */
export function RegradeProgress({ start }: { start: Progress }) {
  const { t } = useMessages()
  const router = useRouter()
  const [seen, setSeen] = useState<Progress>(start)
  const [waited, setWaited] = useState(working(start.state))
  // a page that was drawn anew knows more than what was asked last
  const progress = seen.state === start.state ? seen : start

  useEffect(() => {
    if (!working(start.state)) return
    setWaited(true)
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    async function look() {
      const now = await fetchProgress(start.id)
      if (gone) return
      if (now && now.state !== start.state) return router.refresh()
      if (now) setSeen(now)
      timer = setTimeout(look, every)
    }
    timer = setTimeout(look, every)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [start.id, start.state, router])

  const { state, done, submissions } = progress
  const say = (count: number) => {
    if (state === 'approving') return t('regrade.progressApprove')
    return done === 0 ? t('regrade.progressPrepare') : t('regrade.progress', { done: count, submissions })
  }
  const spoken = Math.round((Math.floor((steps * done) / Math.max(1, submissions)) / steps) * submissions)
  const counted = state === 'running' && done > 0
  return (
    <div className="interface flex max-w-measure flex-col gap-2">
      {working(state) ? (
        <>
          <p>{say(done)}</p>
          <progress
            className="h-2 w-full accent-accent"
            aria-label={t('regrade.title')}
            {...(counted ? { value: done, max: submissions } : {})}
          />
        </>
      ) : null}
      <p role="status" className="sr-only">
        {working(state) ? say(spoken) : waited ? t('regrade.finished') : ''}
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
