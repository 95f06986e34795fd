'use client'
import { useEffect, useState } from 'react'
import { shownUpTo } from '../announcements/shown.ts'
import type { SaveEngine } from '../engine/save-engine.ts'
import { changed, type During, duringOf, type PulseAnswer, pause, quietTimes } from './pulse.ts'

/** Asks every few seconds, while the page is seen, what changed without the student's doing; the engine hears of it. */
export function usePulse(attemptId: string, engine: SaveEngine): During {
  const [during, setDuring] = useState(quietTimes)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    let failures = 0
    let epoch: number | null = null
    let files: number | null = null
    let beating = false

    const beat = async () => {
      if (beating || document.visibilityState === 'hidden') return
      beating = true
      const answer = await fetchPulse(attemptId)
      if (answer && !gone) {
        const { standing, deadline } = engine.status()
        const asks = changed(answer, { deadline, closed: standing === 'closed', epoch, files })
        epoch = answer.epoch
        files = answer.files ?? null
        // what was typed leaves before the paper is covered; the clock is right before it is uncovered
        if (answer.breakSince !== null) engine.flush()
        if (asks) await engine.refresh()
      }
      beating = false
      if (gone) return
      failures = answer ? 0 : failures + 1
      if (answer) setDuring((before) => same(before, duringOf(answer)))
      timer = setTimeout(beat, pause(failures, engine.status().standing === 'closed', Math.random()))
    }
    const seen = () => {
      clearTimeout(timer)
      void beat()
    }
    void beat()
    document.addEventListener('visibilitychange', seen)
    return () => {
      gone = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [attemptId, engine])
  return during
}

/** The same object where nothing is new: the page is not drawn for nothing. */
function same(before: During, now: During): During {
  const still = before.onBreak === now.onBreak && before.announcements === now.announcements
  return still && Math.abs((before.left ?? 0) - (now.left ?? 0)) < 1000 ? before : now
}

async function fetchPulse(attemptId: string): Promise<PulseAnswer | null> {
  const shown = shownUpTo(attemptId)
  const address = `/api/exam/v1/attempts/${encodeURIComponent(attemptId)}/pulse`
  try {
    const response = await fetch(shown > 0 ? `${address}?shown=${shown}` : address, {
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    })
    const answer: unknown = response.ok ? await response.json() : null
    return typeof answer === 'object' && answer !== null && 'announcements' in answer ? (answer as PulseAnswer) : null
  } catch {
    return null
  }
}
