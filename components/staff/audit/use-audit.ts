'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Audit } from './audit.ts'

/** How often a running audit is asked after, and when the page stops waiting for it, in milliseconds. */
const every = 1_000
const patience = 180_000

interface Watched {
  audit: Audit
  /** late: it runs on, but nobody waits here any more */
  phase: 'idle' | 'running' | 'late'
  /** since it began */
  seconds: number
  watch(): void
}

/** Follows an audit while it runs. `onEnd` is called when it has ended, with a report or without one. */
export function useAudit(first: Audit, onEnd: () => void): Watched {
  const [audit, setAudit] = useState(first)
  const [phase, setPhase] = useState<Watched['phase']>(first.state?.runningSince ? 'running' : 'idle')
  const [seconds, setSeconds] = useState(0)
  // what the server says when the page is drawn again counts, unless a newer word has come meanwhile
  const [drawn, setDrawn] = useState(first)
  if (first !== drawn) {
    setDrawn(first)
    setAudit(first)
  }

  useEffect(() => {
    if (phase !== 'running') return
    const began = Date.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = true
    const ask = async () => {
      const next = await fetchAudit(first.slug)
      if (!current) return
      setSeconds(Math.round((Date.now() - began) / 1000))
      if (next) setAudit(next)
      if (next?.state && next.state.runningSince === null) {
        setPhase('idle')
        onEnd()
      } else if (Date.now() - began > patience) setPhase('late')
      else timer = setTimeout(() => void ask(), every)
    }
    timer = setTimeout(() => void ask(), every / 2)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [phase, first.slug, onEnd])

  const watch = useCallback(() => {
    setSeconds(0)
    setPhase('running')
  }, [])
  return { audit, phase, seconds, watch }
}

/** null where it did not come: it is asked for again. */
async function fetchAudit(slug: string): Promise<Audit | null> {
  try {
    const response = await fetch(`/api/staff/v1/questions/${slug}/audit`, { cache: 'no-store' })
    return response.ok ? ((await response.json()) as Audit) : null
  } catch {
    return null
  }
}
