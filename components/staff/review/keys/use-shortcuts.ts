'use client'
import { useEffect, useRef } from 'react'
import type { Bindings } from './bindings.ts'
import type { CommandId } from './commands.ts'
import { commandAt, placeOf } from './listen.ts'

/**
 * Runs commands by their keys while the page is shown. Escape leaves a field. `suspended` while a dialog is asked for, which
 * may take a moment to come: what is typed for it must run nothing here.
 */
export function useShortcuts(bindings: Bindings, run: (id: CommandId) => void, suspended: boolean): void {
  const latest = useRef({ bindings, run, suspended })
  latest.current = { bindings, run, suspended }
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (latest.current.suspended || event.defaultPrevented || event.isComposing) return
      const place = placeOf(event.target)
      if (event.key === 'Escape' && place.typing && !place.dialog) return (event.target as HTMLElement).blur()
      const id = commandAt(latest.current.bindings, event, place)
      if (id === null) return
      event.preventDefault()
      latest.current.run(id)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
