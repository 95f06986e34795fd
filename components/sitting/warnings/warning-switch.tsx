'use client'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../../messages/provider.tsx'
import { listenForWanted, wantWarnings, warningsWanted } from './wanted.ts'

export function WarningSwitch() {
  const { t } = useMessages()
  const on = useSyncExternalStore(listenForWanted, warningsWanted, () => true)
  return (
    <label className="interface mt-3 flex min-h-7 items-center gap-2.5 text-soft">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={on}
        onChange={(event) => wantWarnings(event.target.checked)}
      />
      {t('during.warn')}
    </label>
  )
}
