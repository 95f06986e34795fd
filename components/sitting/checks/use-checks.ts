'use client'
import { useEffect, useState } from 'react'
import { afterSaving } from '../engine/handing-in.ts'
import type { SaveEngine } from '../engine/save-engine.ts'
import { ChecksDesk } from './checks-desk.ts'
import { checksTransport } from './checks-transport.ts'

/** The checks of a quiz with what was said of them before; null where none are allowed. */
export function useChecks(attemptId: string, engine: SaveEngine, allowed: number | null): ChecksDesk | null {
  const [desk] = useState(() =>
    allowed === 0 ? null : new ChecksDesk(checksTransport(attemptId), (send) => afterSaving(engine, send), allowed),
  )
  useEffect(() => void desk?.load(), [desk])
  return desk
}
