'use client'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ReviewCard } from '../card.ts'
import { keptDrafts } from '../session/kept-drafts.ts'
import type { ReviewApi } from '../session/review-api.ts'
import { ReviewSession, type Snapshot } from '../session/review-session.ts'

/** Claims hold for ten minutes. */
const keepEvery = 3 * 60_000

interface Settings {
  field: string
  me: { id: string; name: string }
  first: ReviewCard | null
  api: () => ReviewApi
}

/** A sitting of reviewing that lives as long as its page. */
export function useSession({ field, me, first, api }: Settings): [ReviewSession, Snapshot] {
  const [session] = useState(
    () =>
      new ReviewSession({
        field,
        me: me.name,
        api: api(),
        drafts: keptDrafts(() => localStorage, me.id),
        now: () => performance.now(),
        later: (milliseconds, work) => void setTimeout(work, milliseconds),
      }),
  )
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot, session.snapshot)
  useEffect(() => {
    if (session.snapshot().at === -1) void session.start(first)
    const looks = () => session.look(document.visibilityState === 'visible')
    looks()
    const timer = setInterval(() => document.visibilityState === 'visible' && void session.keep(), keepEvery)
    const back = () => {
      looks()
      if (document.visibilityState === 'visible') void session.keep()
    }
    const ask = (event: BeforeUnloadEvent) => session.unsent.length > 0 && event.preventDefault()
    const leave = () => session.leave()
    document.addEventListener('visibilitychange', back)
    window.addEventListener('beforeunload', ask)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', back)
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [session, first])
  return [session, snapshot]
}
