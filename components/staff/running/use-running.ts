'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Running } from './running.ts'

/** A class is asked for every five seconds, a large one less often, in milliseconds. */
const pace = (sitters: number) => (sitters > 200 ? 15_000 : 5_000)

/** The exam as it goes, asked again every few seconds while the page is seen, and at once after a change. */
export function useRunning(start: Running) {
  const [exam, setExam] = useState(start)
  const [elapsed, setElapsed] = useState(0)
  const [away, setAway] = useState(false)
  const heard = useRef<number | null>(null)

  const look = useCallback(async () => {
    const found = await fetchRunning(start.id)
    setAway(found === null)
    if (found === null) return
    heard.current = performance.now()
    setExam(found)
    setElapsed(0)
  }, [start.id])

  useEffect(() => {
    heard.current ??= performance.now()
    const ticking = setInterval(() => setElapsed(performance.now() - (heard.current ?? 0)), 1000)
    const looking = setInterval(() => document.visibilityState === 'visible' && void look(), pace(start.sitters.length))
    const seen = () => document.visibilityState === 'visible' && void look()
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(ticking)
      clearInterval(looking)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [look, start.sitters.length])
  return { exam, elapsed, away, look }
}

async function fetchRunning(id: string): Promise<Running | null> {
  try {
    const response = await fetch(`/api/staff/v1/exams/${id}/running`, { signal: AbortSignal.timeout(15_000) })
    return response.ok ? ((await response.json()) as Running) : null
  } catch {
    return null
  }
}
