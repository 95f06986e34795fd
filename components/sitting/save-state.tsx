'use client'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useMessages } from '../messages/provider.tsx'
import type { SaveEngine } from './engine/save-engine.ts'
import type { SaveStatus } from './engine/status.ts'
import { SaveMark, type SaveMarkKind } from './save-mark.tsx'

const colours: Partial<Record<SaveMarkKind, string>> = {
  trouble: 'font-semibold text-wrong',
  conflict: 'font-semibold text-caution',
}

/**
 * Where everything typed lies: on this device, on the server, or in conflict with a newer answer. Said from the journal's
 * and the server's acknowledgements, never from hope; aloud only when it turns bad, and when it is good again.
 */
export function SaveState({ engine, status }: { engine: SaveEngine; status: SaveStatus }) {
  const { locale, t } = useMessages()
  const lies = useLies(engine)
  const kind = kindOf(status, lies)
  const bad = kind === 'trouble' || kind === 'conflict'
  const wasBad = useRef(false)
  const [relief, setRelief] = useState(false)
  useEffect(() => {
    if (bad || kind === 'server') setRelief(wasBad.current && !bad)
    if (bad || kind === 'server') wasBad.current = bad
  }, [bad, kind])
  const text = words()
  return (
    <span className="inline-flex min-w-0 items-center gap-2 max-sm:grow max-sm:basis-0" data-saved={kind}>
      <SaveMark kind={kind} />
      <span className={colours[kind] ?? 'text-soft'}>{text}</span>
      <span role="status" className="sr-only">
        {bad ? text : relief && t('saving.allSaved')}
      </span>
    </span>
  )

  function words(): string {
    if (kind === 'conflict') return t('saving.conflict', { n: status.replaced })
    if (kind === 'trouble') return t(lies ? 'saving.retrying' : 'saving.retryingBare', { n: status.unsaved })
    if (status.standing === 'closed') return t('saving.closed')
    if (status.activity !== 'saved') return t(lies ? 'saving.here' : 'saving.saving')
    if (status.at === null) return t('saving.nothingYet')
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      status.at,
    )
    return t('saving.saved', { time })
  }
}

/** In milliseconds. */
const still = 200

/** Whether everything lies on this device, said when it has stood so for a moment: no word flickers under the typing. */
function useLies(engine: SaveEngine): boolean {
  const now = useSyncExternalStore(engine.subscribe, engine.lies, engine.lies)
  const [stood, setStood] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setStood(now), now ? still : 0)
    return () => clearTimeout(timer)
  }, [now])
  return now && stood
}

function kindOf({ activity, replaced, at }: SaveStatus, lies: boolean): SaveMarkKind {
  if (activity === 'retrying') return 'trouble'
  if (replaced > 0) return 'conflict'
  if (activity !== 'saved') return lies ? 'device' : 'nowhere'
  return at === null ? 'nowhere' : 'server'
}
