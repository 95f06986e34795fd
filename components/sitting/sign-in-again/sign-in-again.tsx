'use client'
import { lazy, Suspense, useEffect } from 'react'
import type { SaveEngine, Standing } from '../engine/save-engine.ts'
import { PlainLink } from './plain-link.tsx'

/** Where the pieces of the panel cannot be fetched any more, a link does as well. */
const load = () => import('./panel.tsx').catch(() => ({ default: PlainLink }))
const Panel = lazy(load)

/** Over an exam whose session is over: the way back in, in another window, so that this page is never left. */
export function SignInAgain({ engine, standing }: { engine: SaveEngine; standing: Standing }) {
  // Fetched while the session is good: afterwards the network may be what is wrong.
  useEffect(() => {
    const timer = setTimeout(load, 10_000)
    return () => clearTimeout(timer)
  }, [])
  if (standing !== 'signed-out' && standing !== 'other-person') return null
  return (
    <Suspense fallback={null}>
      <Panel engine={engine} standing={standing} />
    </Suspense>
  )
}
