'use client'
import { useEffect } from 'react'
import type { SaveEngine } from './engine/save-engine.ts'
import { spread } from './spread.ts'

/** How often the page asks how the attempt stands, in milliseconds: a deadline may have moved. */
const heartbeat = 30_000

/** Ties the engine to the page: saves when it is hidden or closed or back online, and warns before text is lost. */
export function useEngine(engine: SaveEngine, opened: boolean): void {
  useEffect(() => {
    if (!opened) return
    const hidden = () => {
      if (document.visibilityState === 'hidden') engine.flushOnLeaving()
      else void engine.refresh()
    }
    const leaving = () => engine.flushOnLeaving()
    // a hall whose network comes back does not come back in the same moment
    const online = () => spread(() => engine.flush())
    const warn = (event: BeforeUnloadEvent) => {
      const { unsaved, activity, copy } = engine.status()
      if (unsaved === 0) return
      engine.flushOnLeaving()
      // what lies in the journal follows the page or waits for the next one; nobody is kept for that alone
      if (!copy || activity === 'retrying') event.preventDefault()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    window.addEventListener('online', online)
    window.addEventListener('beforeunload', warn)
    const beating = setInterval(
      () => {
        if (document.visibilityState === 'visible' && engine.status().standing !== 'closed') void engine.refresh()
      },
      heartbeat * (0.8 + Math.random() * 0.4),
    )
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
      window.removeEventListener('online', online)
      window.removeEventListener('beforeunload', warn)
      clearInterval(beating)
      engine.stop()
    }
  }, [engine, opened])
}
